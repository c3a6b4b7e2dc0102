/**
 * Checks the console as a whole.
 */
@NullMarked
package dev.oddkit.observability.console;

import org.jspecify.annotations.NullMarked;

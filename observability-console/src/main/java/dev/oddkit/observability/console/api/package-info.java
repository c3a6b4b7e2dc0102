/**
 * The JSON that the page reads: views of what the store holds.
 */
@NullMarked
package dev.oddkit.observability.console.api;

import org.jspecify.annotations.NullMarked;

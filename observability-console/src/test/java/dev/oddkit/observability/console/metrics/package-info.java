/**
 * Checks the maths against known distributions and known losses.
 */
@NullMarked
package dev.oddkit.observability.console.metrics;

import org.jspecify.annotations.NullMarked;

/**
 * Turns points as they were sent into rates, quantiles and levels over time.
 */
@NullMarked
package dev.oddkit.observability.console.metrics;

import org.jspecify.annotations.NullMarked;

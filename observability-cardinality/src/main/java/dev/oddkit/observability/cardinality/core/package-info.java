/**
 * Decides which label values become time series. Plain Java: it knows nothing of Spring,
 * Micrometer or OpenTelemetry. Whatever comes in, its memory is bounded; what it lets
 * through is exact; a decision takes some ten nanoseconds and no allocation.
 */
@NullMarked
package dev.oddkit.observability.cardinality.core;

import org.jspecify.annotations.NullMarked;

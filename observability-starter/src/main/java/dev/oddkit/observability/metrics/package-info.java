/**
 * One scrape, one push: the metrics of Micrometer and of the OpenTelemetry API leave
 * together, by the ways that {@code observability.metrics.to} lists.
 */
@NullMarked
package dev.oddkit.observability.metrics;

import org.jspecify.annotations.NullMarked;

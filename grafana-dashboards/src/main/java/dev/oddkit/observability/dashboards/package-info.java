/**
 * Writes the dashboards of {@code grafana-dashboards/dashboards} in Grafana's classic
 * JSON and asks the backends whether each of their queries finds data.
 */
@NullMarked
package dev.oddkit.observability.dashboards;

import org.jspecify.annotations.NullMarked;

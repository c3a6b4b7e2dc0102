package dev.oddkit.observability.otlp;

import java.util.List;

/**
 * One instrument of one process in one export. A point without a recorded value is left
 * out.
 *
 * @param name the name
 * @param description the description, possibly empty
 * @param unit the unit, possibly empty
 * @param type the shape of the points
 * @param monotonic whether a sum can only rise
 * @param temporality what the values cover
 * @param points the points, one for each set of attributes
 * @param scope the instrumentation library
 * @param resource the process
 */
public record Metric(String name, String description, String unit, MetricType type, boolean monotonic,
		Temporality temporality, List<MetricPoint> points, Scope scope, Resource resource) {

	/**
	 * Creates a metric with a copy of the points.
	 * @param name the name
	 * @param description the description
	 * @param unit the unit
	 * @param type the shape of the points
	 * @param monotonic whether a sum can only rise
	 * @param temporality what the values cover
	 * @param points the points
	 * @param scope the instrumentation library
	 * @param resource the process
	 */
	public Metric {
		points = List.copyOf(points);
	}

}

package dev.oddkit.observability.otlp;

import java.util.List;
import java.util.Map;

/**
 * The points of one instrument of one process with one set of attributes.
 *
 * @param resource the process
 * @param scope the instrumentation library
 * @param name the name
 * @param unit the unit, possibly empty
 * @param description the description, possibly empty
 * @param type the shape of the points
 * @param monotonic whether a sum can only rise
 * @param temporality what the values cover
 * @param attributes the attributes that name the series
 * @param points the points, oldest first
 */
public record MetricSeries(Resource resource, Scope scope, String name, String unit, String description,
		MetricType type, boolean monotonic, Temporality temporality, Map<String, Object> attributes,
		List<MetricPoint> points) {

	/**
	 * Creates a series with copies of the collections.
	 * @param resource the process
	 * @param scope the instrumentation library
	 * @param name the name
	 * @param unit the unit
	 * @param description the description
	 * @param type the shape of the points
	 * @param monotonic whether a sum can only rise
	 * @param temporality what the values cover
	 * @param attributes the attributes that name the series
	 * @param points the points, oldest first
	 */
	public MetricSeries {
		attributes = Attributes.copyOf(attributes);
		points = List.copyOf(points);
	}

}

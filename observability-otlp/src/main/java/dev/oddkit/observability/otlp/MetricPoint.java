package dev.oddkit.observability.otlp;

import java.util.List;
import java.util.Map;

/**
 * One value of one series at one moment.
 *
 * @param attributes the attributes that name the series, in the order of the sender
 * @param startNanos the start of the time that the value covers, 0 when not said
 * @param timeNanos the moment in nanoseconds since the epoch
 * @param value the value
 * @param exemplars measurements that stand for the value, with their spans
 */
public record MetricPoint(Map<String, Object> attributes, long startNanos, long timeNanos, PointValue value,
		List<Exemplar> exemplars) {

	/**
	 * Creates a point with copies of the collections.
	 * @param attributes the attributes that name the series
	 * @param startNanos the start of the time that the value covers
	 * @param timeNanos the moment
	 * @param value the value
	 * @param exemplars the exemplars
	 */
	public MetricPoint {
		attributes = Attributes.copyOf(attributes);
		exemplars = List.copyOf(exemplars);
	}

}

package dev.oddkit.observability.otlp;

import java.util.Map;

/**
 * One measurement that stands for a point, and the span in which it was taken.
 *
 * @param timeNanos the moment in nanoseconds since the epoch
 * @param value the measurement
 * @param traceId the trace, empty when not said
 * @param spanId the span, empty when not said
 * @param filteredAttributes the attributes that the series does not carry
 */
public record Exemplar(long timeNanos, double value, String traceId, String spanId,
		Map<String, Object> filteredAttributes) {

	/**
	 * Creates an exemplar with a copy of the attributes.
	 * @param timeNanos the moment
	 * @param value the measurement
	 * @param traceId the trace
	 * @param spanId the span
	 * @param filteredAttributes the attributes that the series does not carry
	 */
	public Exemplar {
		filteredAttributes = Attributes.copyOf(filteredAttributes);
	}

}

package dev.oddkit.observability.otlp;

import java.util.Map;

/**
 * Something that happened at one moment of a span, an exception for example.
 *
 * @param timeNanos the moment in nanoseconds since the epoch
 * @param name the name
 * @param attributes the attributes, in the order of the sender
 */
public record SpanEvent(long timeNanos, String name, Map<String, Object> attributes) {

	/**
	 * Creates an event with a copy of the attributes.
	 * @param timeNanos the moment in nanoseconds since the epoch
	 * @param name the name
	 * @param attributes the attributes
	 */
	public SpanEvent {
		attributes = Attributes.copyOf(attributes);
	}

}

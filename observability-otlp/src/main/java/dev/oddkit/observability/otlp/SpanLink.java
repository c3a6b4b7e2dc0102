package dev.oddkit.observability.otlp;

import java.util.Map;

/**
 * A pointer from a span to a span that is not its parent.
 *
 * @param traceId the trace of the other span, lower-case hex
 * @param spanId the other span, lower-case hex
 * @param attributes the attributes, in the order of the sender
 */
public record SpanLink(String traceId, String spanId, Map<String, Object> attributes) {

	/**
	 * Creates a link with a copy of the attributes.
	 * @param traceId the trace of the other span
	 * @param spanId the other span
	 * @param attributes the attributes
	 */
	public SpanLink {
		attributes = Attributes.copyOf(attributes);
	}

}

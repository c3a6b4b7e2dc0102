package dev.oddkit.observability.otlp;

import java.util.List;
import java.util.Map;

/**
 * One finished operation of one process. Identifiers are lower-case hex; times are
 * nanoseconds since the epoch.
 *
 * @param traceId the trace
 * @param spanId the span
 * @param parentSpanId the parent, empty for a root
 * @param name the name
 * @param kind the role between processes
 * @param startNanos the start
 * @param endNanos the end
 * @param attributes the attributes, in the order of the sender
 * @param events the events, in the order of the sender
 * @param links the links, in the order of the sender
 * @param status the outcome
 * @param statusMessage the description of the outcome, empty when there is none
 * @param scope the instrumentation library
 * @param resource the process
 */
public record Span(String traceId, String spanId, String parentSpanId, String name, SpanKind kind, long startNanos,
		long endNanos, Map<String, Object> attributes, List<SpanEvent> events, List<SpanLink> links, SpanStatus status,
		String statusMessage, Scope scope, Resource resource) {

	/**
	 * Creates a span with copies of the collections.
	 * @param traceId the trace
	 * @param spanId the span
	 * @param parentSpanId the parent, empty for a root
	 * @param name the name
	 * @param kind the role between processes
	 * @param startNanos the start
	 * @param endNanos the end
	 * @param attributes the attributes
	 * @param events the events
	 * @param links the links
	 * @param status the outcome
	 * @param statusMessage the description of the outcome
	 * @param scope the instrumentation library
	 * @param resource the process
	 */
	public Span {
		attributes = Attributes.copyOf(attributes);
		events = List.copyOf(events);
		links = List.copyOf(links);
	}

	/**
	 * Returns how long the operation took.
	 * @return the nanoseconds, never negative
	 */
	public long durationNanos() {
		return Math.max(0, this.endNanos - this.startNanos);
	}

	/**
	 * Returns whether the span has no parent.
	 * @return {@code true} for a root
	 */
	public boolean isRoot() {
		return this.parentSpanId.isEmpty();
	}

}

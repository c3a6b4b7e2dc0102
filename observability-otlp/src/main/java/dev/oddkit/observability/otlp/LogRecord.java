package dev.oddkit.observability.otlp;

import java.util.Map;

/**
 * One log record. Identifiers are lower-case hex and empty when the record belongs to no
 * trace.
 *
 * @param timeNanos nanoseconds since the epoch; when the sender gave none, the time of
 * its observation
 * @param severityNumber OpenTelemetry's number, 1 (TRACE) to 24 (FATAL4), 0 when unknown
 * @param severityText the sender's name of the severity, possibly empty
 * @param body the body; one that is not text is written as JSON
 * @param eventName the name of the event, empty for an ordinary record
 * @param attributes the attributes, in the order of the sender
 * @param traceId the trace, possibly empty
 * @param spanId the span, possibly empty
 * @param scope the logger
 * @param resource the process
 */
public record LogRecord(long timeNanos, int severityNumber, String severityText, String body, String eventName,
		Map<String, Object> attributes, String traceId, String spanId, Scope scope, Resource resource) {

	/**
	 * Creates a log record with a copy of the attributes.
	 * @param timeNanos nanoseconds since the epoch
	 * @param severityNumber OpenTelemetry's number
	 * @param severityText the sender's name of the severity
	 * @param body the body
	 * @param eventName the name of the event
	 * @param attributes the attributes
	 * @param traceId the trace, possibly empty
	 * @param spanId the span, possibly empty
	 * @param scope the logger
	 * @param resource the process
	 */
	public LogRecord {
		attributes = Attributes.copyOf(attributes);
	}

}

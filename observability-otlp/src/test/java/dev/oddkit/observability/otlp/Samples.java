package dev.oddkit.observability.otlp;

import java.util.List;
import java.util.Map;

/**
 * Records for tests.
 */
final class Samples {

	static final Scope SCOPE = new Scope("dev.oddkit.tests", "1.0");

	private Samples() {
	}

	static Resource resource(String service) {
		return new Resource(Map.of("service.name", service));
	}

	static Span span(String traceId, String spanId, String parentSpanId) {
		return span(traceId, spanId, parentSpanId, "GET /orders", 1_000, Map.of());
	}

	static Span span(String traceId, String spanId, String parentSpanId, String name, long startNanos,
			Map<String, Object> attributes) {
		return new Span(traceId, spanId, parentSpanId, name, SpanKind.SERVER, startNanos, startNanos + 500, attributes,
				List.of(), List.of(), SpanStatus.UNSET, "", SCOPE, resource("gateway"));
	}

	static Span failed(Span span, String message) {
		return new Span(span.traceId(), span.spanId(), span.parentSpanId(), span.name(), span.kind(), span.startNanos(),
				span.endNanos(), span.attributes(), span.events(), span.links(), SpanStatus.ERROR, message,
				span.scope(), span.resource());
	}

	static LogRecord log(String body, String traceId, long timeNanos) {
		return new LogRecord(timeNanos, 9, "INFO", body, "", Map.of(), traceId, "", SCOPE, resource("gateway"));
	}

	static Metric gauge(String name, Map<String, Object> attributes, long timeNanos, double value) {
		return metric(name, MetricType.GAUGE,
				new MetricPoint(attributes, 0, timeNanos, new NumberValue(value), List.of()));
	}

	static Metric metric(String name, MetricType type, MetricPoint... points) {
		return new Metric(name, "", "1", type, false, Temporality.UNSPECIFIED, List.of(points), SCOPE,
				resource("gateway"));
	}

}

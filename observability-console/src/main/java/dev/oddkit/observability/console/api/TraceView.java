package dev.oddkit.observability.console.api;

import java.util.List;
import java.util.Map;

import dev.oddkit.observability.otlp.LogRecord;
import dev.oddkit.observability.otlp.Span;
import dev.oddkit.observability.otlp.SpanKind;
import dev.oddkit.observability.otlp.SpanStatus;
import dev.oddkit.observability.otlp.Trace;

/**
 * A whole trace as the page reads it: spans in the order of the waterfall and all log
 * records of all services in the order of time.
 */
record TraceView(String traceId, String startNanos, double millis, long droppedSpans, List<SpanView> spans,
		List<LogView> logs) {

	static TraceView of(Trace trace, List<LogRecord> logs) {
		SpanTree tree = new SpanTree(trace);
		return new TraceView(trace.traceId(), Units.nanos(trace.startNanos()), Units.millis(trace.durationNanos()),
				trace.droppedSpans(),
				tree.inOrder().stream().map((span) -> SpanView.of(span, tree.isOrphan(span))).toList(),
				logs.stream().map(LogView::of).toList());
	}

	/**
	 * A span as the page reads it.
	 */
	record SpanView(String spanId, String parentSpanId, boolean orphan, String name, SpanKind kind, String service,
			String instance, String startNanos, double millis, SpanStatus status, String statusMessage,
			Map<String, Object> attributes, List<EventView> events, List<LinkView> links, String scope,
			Map<String, Object> resource) {

		static SpanView of(Span span, boolean orphan) {
			return new SpanView(span.spanId(), span.parentSpanId(), orphan, span.name(), span.kind(),
					span.resource().serviceName(), span.resource().serviceInstanceId(), Units.nanos(span.startNanos()),
					Units.millis(span.durationNanos()), span.status(), span.statusMessage(), span.attributes(),
					span.events()
						.stream()
						.map((event) -> new EventView(Units.nanos(event.timeNanos()), event.name(), event.attributes()))
						.toList(),
					span.links()
						.stream()
						.map((link) -> new LinkView(link.traceId(), link.spanId(), link.attributes()))
						.toList(),
					span.scope().name(), span.resource().attributes());
		}

	}

	/**
	 * An event as the page reads it.
	 */
	record EventView(String timeNanos, String name, Map<String, Object> attributes) {
	}

	/**
	 * A link as the page reads it.
	 */
	record LinkView(String traceId, String spanId, Map<String, Object> attributes) {
	}

}

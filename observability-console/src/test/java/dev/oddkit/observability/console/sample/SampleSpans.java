package dev.oddkit.observability.console.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status;

/**
 * Collects the spans and log records of one trace, by service. Times are milliseconds
 * after the start of the trace.
 */
public final class SampleSpans {

	private final Map<String, List<Span>> spans = new LinkedHashMap<>();

	private final Map<String, List<LogRecord>> logs = new LinkedHashMap<>();

	private final String traceId;

	private final long startNanos;

	private final SplittableRandom random;

	/**
	 * Starts a trace.
	 * @param startNanos when it starts
	 * @param random where its ids come from
	 */
	public SampleSpans(long startNanos, SplittableRandom random) {
		this.startNanos = startNanos;
		this.random = random;
		this.traceId = hex() + hex();
	}

	/**
	 * The trace.
	 * @return its id
	 */
	public String traceId() {
		return this.traceId;
	}

	/**
	 * Adds a span.
	 * @param service the service
	 * @param parent id of its parent, empty for a root
	 * @param kind its kind
	 * @param name its name
	 * @param from its start
	 * @param to its end
	 * @param attributes its attributes; one named error is the message of its failure
	 * @return its id
	 */
	public String span(String service, String parent, SpanKind kind, String name, double from, double to,
			Map<String, ?> attributes) {
		String spanId = hex();
		Map<String, Object> plain = new LinkedHashMap<>(attributes);
		Object error = plain.remove("error");
		Span.Builder span = Span.newBuilder()
			.setTraceId(Otlp.id(this.traceId))
			.setSpanId(Otlp.id(spanId))
			.setParentSpanId(Otlp.id(parent))
			.setKind(kind)
			.setName(name)
			.setStartTimeUnixNano(at(from))
			.setEndTimeUnixNano(at(to))
			.addAllAttributes(Otlp.attributes(plain));
		if (error != null) {
			span.setStatus(
					Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR).setMessage(error.toString()))
				.addEvents(Span.Event.newBuilder()
					.setName("exception")
					.setTimeUnixNano(at(to - 1))
					.addAllAttributes(Otlp.attributes(Map.of("exception.type", "java.lang.IllegalStateException",
							"exception.message", error, "exception.stacktrace",
							"java.lang.IllegalStateException: " + error
									+ "\n\tat shop.Stock.reserve(Stock.java:42)\n\tat shop.Orders.place(Orders.java:17)"))));
		}
		this.spans.computeIfAbsent(service, (key) -> new ArrayList<>()).add(span.build());
		return spanId;
	}

	/**
	 * Adds a log record.
	 * @param service the service
	 * @param spanId the span it belongs to
	 * @param time when
	 * @param severity how bad
	 * @param body the text
	 */
	public void log(String service, String spanId, double time, SeverityNumber severity, String body) {
		this.logs.computeIfAbsent(service, (key) -> new ArrayList<>())
			.add(LogRecord.newBuilder()
				.setTimeUnixNano(at(time))
				.setSeverityNumber(severity)
				.setSeverityText(severity.name().replace("SEVERITY_NUMBER_", ""))
				.setBody(AnyValue.newBuilder().setStringValue(body))
				.addAllAttributes(Otlp.attributes(Map.of("thread.name", "http-nio-8080-exec-1")))
				.setTraceId(Otlp.id(this.traceId))
				.setSpanId(Otlp.id(spanId))
				.build());
	}

	/**
	 * Posts everything, each service on its own.
	 * @param otlp the sender
	 */
	public void post(Otlp otlp) {
		this.spans.forEach(otlp::spans);
		this.logs.forEach(otlp::logs);
	}

	private long at(double millis) {
		return this.startNanos + Math.round(millis * 1_000_000);
	}

	private String hex() {
		return String.format(Locale.ROOT, "%016x", this.random.nextLong());
	}

}

package dev.oddkit.observability.otlp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Describes in text what arrived, for messages of failed tests. It shows the first lines
 * only.
 */
final class Arrivals {

	private static final int MAX_LINES = 100;

	private Arrivals() {
	}

	static List<Trace> traces(List<Span> spans) {
		Map<String, List<Span>> byTrace = new LinkedHashMap<>();
		spans.forEach((span) -> byTrace.computeIfAbsent(span.traceId(), (id) -> new ArrayList<>()).add(span));
		return byTrace.entrySet().stream().map((entry) -> new Trace(entry.getKey(), entry.getValue())).toList();
	}

	static String ofSpans(List<Span> spans) {
		List<Trace> traces = traces(spans);
		return shown(spans.size() + " spans in " + traces.size() + " traces",
				traces.stream()
					.flatMap((trace) -> ("trace " + trace.traceId() + "\n" + trace.render().indent(2)).lines())
					.toList());
	}

	static String ofLogs(List<LogRecord> logs) {
		return shown(logs.size() + " log records", logs.stream().map(Arrivals::line).toList());
	}

	static String ofMetrics(List<Metric> metrics) {
		return shown(metrics.size() + " metrics", metrics.stream().map(Arrivals::line).toList());
	}

	private static String line(LogRecord log) {
		return log.severityText() + " {" + log.resource().serviceName() + "} " + log.body()
				+ (log.traceId().isEmpty() ? "" : " [trace " + log.traceId() + ", span " + log.spanId() + "]");
	}

	private static String line(Metric metric) {
		return metric.type() + " " + metric.name() + " {" + metric.resource().serviceName() + "} "
				+ metric.points()
					.stream()
					.map((point) -> point.attributes() + " = " + point.value())
					.collect(Collectors.joining(", "));
	}

	private static String shown(String title, List<String> lines) {
		StringBuilder text = new StringBuilder(title);
		lines.stream().limit(MAX_LINES).forEach((line) -> text.append("\n  ").append(line));
		if (lines.size() > MAX_LINES) {
			text.append("\n  ... and ").append(lines.size() - MAX_LINES).append(" more lines");
		}
		return text.toString();
	}

}

package dev.oddkit.observability.console.api;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import dev.oddkit.observability.console.web.Answer;
import dev.oddkit.observability.console.web.Request;
import dev.oddkit.observability.otlp.LogRecord;
import dev.oddkit.observability.otlp.TelemetryStore;

/**
 * Finds log records by service, least severity, text and trace: the newest first, those
 * of one trace in the order of time.
 */
final class LogSearch {

	private final TelemetryStore store;

	LogSearch(TelemetryStore store) {
		this.store = store;
	}

	Answer answer(Request request) {
		request.accept("service", "severity", "text", "traceId", "limit");
		String severity = request.oneOf("severity", Severity.names());
		Severity least = severity.isEmpty() ? Severity.UNSPECIFIED : Severity.valueOf(severity);
		int limit = request.number("limit", 200, 2000);
		String traceId = request.text("traceId").toLowerCase(Locale.ROOT);
		List<LogRecord> found = (traceId.isEmpty() ? this.store.logs() : this.store.logs(traceId)).stream()
			.filter(service(request.text("service")))
			.filter((log) -> Severity.of(log).compareTo(least) >= 0)
			.filter(text(request.text("text").toLowerCase(Locale.ROOT)))
			.toList();
		return Answer.json(new Found(found.size(), found.stream().limit(limit).map(LogView::of).toList()));
	}

	private static Predicate<LogRecord> service(String service) {
		return (log) -> service.isEmpty() || log.resource().serviceName().equals(service);
	}

	private static Predicate<LogRecord> text(String text) {
		return (log) -> text.isEmpty() || contains(log.body(), text) || contains(log.eventName(), text)
				|| log.attributes().values().stream().anyMatch((value) -> contains(value.toString(), text));
	}

	private static boolean contains(String value, String lowerCase) {
		return value.toLowerCase(Locale.ROOT).contains(lowerCase);
	}

	private record Found(int total, List<LogView> logs) {
	}

}

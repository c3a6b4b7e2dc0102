package dev.oddkit.observability.console.api;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.oddkit.observability.otlp.LogRecord;

/**
 * The six levels of OpenTelemetry; a record without a number is read by its text.
 */
enum Severity {

	UNSPECIFIED, TRACE, DEBUG, INFO, WARN, ERROR, FATAL;

	static List<String> names() {
		return Stream.of(values()).filter((severity) -> severity != UNSPECIFIED).map(Severity::name).toList();
	}

	static Severity of(LogRecord log) {
		int number = log.severityNumber();
		if (number >= 1 && number <= 24) {
			return values()[(number + 3) / 4];
		}
		String text = log.severityText().toUpperCase(Locale.ROOT);
		return names().contains(text) ? valueOf(text) : UNSPECIFIED;
	}

}

package dev.oddkit.observability.console.api;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import dev.oddkit.observability.otlp.LogRecord;

/**
 * The six levels of OpenTelemetry; a record without a number is read by its text.
 */
enum Severity {

	UNSPECIFIED, TRACE, DEBUG, INFO, WARN, ERROR, FATAL;

	static Set<String> names() {
		Set<String> names = new TreeSet<>();
		for (Severity severity : values()) {
			names.add(severity.name());
		}
		names.remove(UNSPECIFIED.name());
		return names;
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

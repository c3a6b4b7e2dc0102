package dev.oddkit.observability.exporter;

import java.util.regex.Pattern;

import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Hides the values of headers in {@code /actuator/env} and {@code /actuator/configprops},
 * also if the application shows values there.
 */
final class SecretHeaders {

	private static final Pattern KEYS = Pattern
		.compile("(?i)(observability|otel|management)[._].*otlp[._].*headers(?!.?file).*"
				+ "|(?i)observability[._]exporter[._].*headers(?!.?file).*");

	private SecretHeaders() {
	}

	static SanitizingFunction hidden() {
		return SanitizingFunction.sanitizeValue().ifKeyMatches(KEYS.asMatchPredicate());
	}

}

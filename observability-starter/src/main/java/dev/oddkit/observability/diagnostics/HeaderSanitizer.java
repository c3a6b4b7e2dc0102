package dev.oddkit.observability.diagnostics;

import java.util.Locale;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Hides the headers of exporters in {@code /actuator/env} and
 * {@code /actuator/configprops}, whatever values the user chose to show there: they carry
 * API keys.
 */
class HeaderSanitizer implements SanitizingFunction {

	@Override
	public SanitizableData apply(SanitizableData data) {
		String key = data.getKey().toLowerCase(Locale.ROOT).replace('_', '.');
		boolean exporter = key.contains("otlp") || key.contains("observability.exporter");
		return (exporter && key.contains("headers")) ? data.withSanitizedValue() : data;
	}

}

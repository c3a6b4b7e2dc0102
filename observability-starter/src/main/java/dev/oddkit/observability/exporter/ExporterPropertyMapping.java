package dev.oddkit.observability.exporter;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.oddkit.observability.PropertyMapping;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;

/**
 * Maps {@code observability.exporter.*} to the keys of the SDK. A general key that
 * somebody set, such as {@code OTEL_EXPORTER_OTLP_ENDPOINT}, is never beaten by a value
 * of ours for one signal. Headers are not mapped: a secret stays where the user put it.
 */
class ExporterPropertyMapping implements PropertyMapping {

	private static final String OURS = "observability.exporter.";

	private static final String SDK = "otel.exporter.otlp.";

	/**
	 * Where Spring Boot expects the full URL of each signal.
	 */
	private static final Map<Signal, String> BOOT_ENDPOINTS = Map.of(Signal.TRACES,
			"management.opentelemetry.tracing.export.otlp.endpoint", Signal.METRICS,
			"management.otlp.metrics.export.url", Signal.LOGS, "management.opentelemetry.logging.export.otlp.endpoint");

	@Override
	public Map<String, Rule> rules() {
		Map<String, Rule> rules = new LinkedHashMap<>();
		for (String setting : new String[] { "endpoint", "protocol", "compression", "timeout" }) {
			rules.put(SDK + setting, (lookup) -> converted(setting, lookup.get(OURS + setting)));
			for (Signal signal : Signal.values()) {
				String suffix = signal.key() + "." + setting;
				rules.put(SDK + suffix, (lookup) -> lookup.isSet(SDK + setting) ? null
						: converted(setting, specific(lookup, signal, setting, OURS + suffix)));
			}
		}
		rules.put("otel.traces.exporter", (lookup) -> lookup.get(OURS + "traces.to"));
		rules.put("otel.logs.exporter", (lookup) -> lookup.get(OURS + "logs.to"));
		return rules;
	}

	private static @Nullable String specific(Lookup lookup, Signal signal, String setting, String key) {
		String value = lookup.get(key);
		if (value != null || !setting.equals("endpoint") || lookup.isSet(OURS + "endpoint")) {
			return value;
		}
		return lookup.get(BOOT_ENDPOINTS.get(signal));
	}

	private static @Nullable String converted(String setting, @Nullable String value) {
		if (value == null || !setting.equals("timeout")) {
			return value;
		}
		return DurationStyle.detectAndParse(value).toMillis() + "ms";
	}

}

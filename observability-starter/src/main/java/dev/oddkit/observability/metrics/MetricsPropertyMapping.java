package dev.oddkit.observability.metrics;

import java.util.Arrays;
import java.util.Map;

import dev.oddkit.observability.PropertyMapping;

import org.springframework.util.StringUtils;

/**
 * Maps {@code observability.metrics.to} to the switches of the two libraries. For the
 * push Micrometer's meters are recorded by the SDK, so that one stream with one resource
 * leaves.
 */
class MetricsPropertyMapping implements PropertyMapping {

	@Override
	public Map<String, Rule> rules() {
		return Map.of("management.prometheus.metrics.export.enabled", (lookup) -> goes(lookup, "prometheus"),
				"otel.metrics.exporter", (lookup) -> goes(lookup, "otlp") ? "otlp" : "none",
				"otel.instrumentation.micrometer.enabled", (lookup) -> goes(lookup, "otlp"));
	}

	private static boolean goes(Lookup lookup, String way) {
		String to = lookup.get("observability.metrics.to");
		if (to == null) {
			to = lookup.get("observability.metrics.to[0]");
			for (int i = 1; to != null && lookup.isSet("observability.metrics.to[" + i + "]"); i++) {
				to += "," + lookup.get("observability.metrics.to[" + i + "]");
			}
		}
		return Arrays.stream(StringUtils.commaDelimitedListToStringArray((to != null) ? to : "prometheus"))
			.anyMatch((value) -> value.trim().equalsIgnoreCase(way));
	}

}

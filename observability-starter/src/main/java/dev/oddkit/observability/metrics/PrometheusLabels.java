package dev.oddkit.observability.metrics;

import java.util.Map;
import java.util.TreeMap;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.prometheus.metrics.model.snapshots.Labels;

/**
 * Turns attributes into labels. Keys that become the same label share it, their values
 * joined: two labels of one name would fail the scrape.
 */
final class PrometheusLabels {

	private PrometheusLabels() {
	}

	static Labels of(Attributes attributes) {
		return labels(new TreeMap<>(), attributes);
	}

	static Labels of(Attributes attributes, InstrumentationScopeInfo scope) {
		Map<String, String> labels = new TreeMap<>();
		scope.getAttributes()
			.forEach((key, value) -> labels.put(PrometheusNames.label("otel_scope_" + key.getKey()), value.toString()));
		labels.put("otel_scope_name", scope.getName());
		if (scope.getVersion() != null) {
			labels.put("otel_scope_version", scope.getVersion());
		}
		return labels(labels, attributes);
	}

	private static Labels labels(Map<String, String> labels, Attributes attributes) {
		attributes.forEach((key, value) -> labels.merge(PrometheusNames.label(key.getKey()), value.toString(),
				(one, other) -> one + ";" + other));
		return Labels.of(labels.keySet().toArray(String[]::new), labels.values().toArray(String[]::new));
	}

}

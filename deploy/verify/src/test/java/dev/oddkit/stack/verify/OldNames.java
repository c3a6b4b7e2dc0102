package dev.oddkit.stack.verify;

import java.util.Map;
import java.util.Optional;

/**
 * Names of parts of the Collector that articles still use. It loads the deprecated ones
 * without a word from {@code validate}.
 */
final class OldNames {

	private static final Map<String, String> DEPRECATED = Map.ofEntries(Map.entry("exporters otlp", "otlp_grpc"),
			Map.entry("exporters otlphttp", "otlp_http"), Map.entry("exporters loadbalancing", "load_balancing"),
			Map.entry("exporters prometheusremotewrite", "prometheus_remote_write"),
			Map.entry("connectors spanmetrics", "span_metrics"), Map.entry("connectors servicegraph", "service_graph"),
			Map.entry("processors k8sattributes", "k8s_attributes"),
			Map.entry("processors cumulativetodelta", "cumulative_to_delta"),
			Map.entry("processors resourcedetection", "resource_detection"), Map.entry("receivers filelog", "file_log"),
			Map.entry("receivers hostmetrics", "host_metrics"), Map.entry("receivers kubeletstats", "kubelet_stats"));

	private static final Map<String, String> REMOVED = Map.of("exporters loki", "otlp_http", "exporters jaeger",
			"otlp_grpc", "exporters logging", "debug", "processors spanmetrics", "the connector span_metrics");

	private OldNames() {
	}

	static Optional<String> problem(String kind, String name) {
		String type = name.split("/")[0];
		String key = kind + " " + type;
		if (DEPRECATED.containsKey(key)) {
			return Optional.of(type + " is deprecated; use " + DEPRECATED.get(key));
		}
		return Optional.ofNullable(REMOVED.get(key)).map((instead) -> type + " was removed; use " + instead);
	}

}

package dev.oddkit.stack.verify;

import java.util.List;
import java.util.function.Predicate;

/**
 * Asks Mimir or Prometheus for the metrics that dashboards and alerts rest on.
 */
final class Metrics {

	private final Walk walk;

	Metrics(Walk walk) {
		this.walk = walk;
	}

	Finding ofServices() {
		String metric = this.walk.ofShop() ? "http_server_request_duration_seconds_count" : "";
		String expected = (metric.isEmpty() ? "some metric" : metric) + " of "
				+ String.join(", ", this.walk.services());
		List<String> missing = this.walk
			.missing(this.walk.ofShop() ? fresh(metric + "{service_name=\"%s\"}") : has("{service_name=\"%s\"}"));
		if (missing.isEmpty()) {
			return Finding.works(expected, "series of each");
		}
		return explain(expected, missing, (service) -> "either scrape " + service
				+ " (deploy/collector/metrics-prometheus.yaml) or let it push (observability.metrics.to=otlp); its target must be the name and port it listens on");
	}

	Finding ofSpans() {
		String expected = "traces_span_metrics_calls_total of " + String.join(", ", this.walk.services())
				+ (this.walk.ofShop() ? " and the edge gateway -> orders" : "");
		List<String> missing = this.walk.missing(fresh("traces_span_metrics_calls_total{service_name=\"%s\"}"));
		if (!missing.isEmpty()) {
			return explain(expected, missing, (
					service) -> "span_metrics must be an exporter of traces/in and a receiver of metrics/spans, before tail sampling");
		}
		String edge = "traces_service_graph_request_total{client=\"gateway\",server=\"orders\"}";
		if (this.walk.ofShop() && !this.walk.await(() -> count(edge) > 0, (found) -> found)) {
			return Finding.broken(expected, "no " + edge,
					"service_graph must be an exporter of traces/in and a receiver of metrics/graph");
		}
		return Finding.works(expected, "series of each");
	}

	private Finding explain(String expected, List<String> missing, java.util.function.UnaryOperator<String> remedy) {
		Http.Answer up = query("vector(1)");
		if (up.status() == 0) {
			return Finding.broken(expected, "metrics backend: " + up,
					"start Mimir (or Prometheus: STACK=light) or give its address by --metrics");
		}
		if (!up.ok()) {
			return Finding.broken(expected, "metrics backend: " + up,
					"--metrics is the base of the Prometheus API: .../prometheus for Mimir, the bare address for Prometheus");
		}
		String seen = "nothing of " + missing + "; " + this.walk.collector.delivery("metric_points");
		if (this.walk.collector.total("exporter_send_failed_metric_points") > 0
				|| this.walk.collector.total("exporter_sent_metric_points") == 0) {
			return Finding.broken(expected, seen,
					"METRICS_ENDPOINT of the Collector must be http://mimir:9009/otlp, or http://prometheus:9090/api/v1/otlp and Prometheus started with --web.enable-otlp-receiver");
		}
		if (count("{__name__=~\"http_server_request_duration.*_count\"}") > 0
				&& count("{__name__=~\".+\",service_name=~\".+\"}") == 0) {
			return Finding.broken(expected, seen + "; series have no label service_name",
					"the backend must promote service.name: promote_otel_resource_attributes of Mimir, otlp.promote_resource_attributes of Prometheus");
		}
		return Finding.broken(expected, seen, remedy.apply(missing.get(0)));
	}

	/**
	 * Whether a sample came after the walk began: an older one says nothing of the way
	 * now.
	 */
	private Predicate<String> fresh(String selector) {
		return (service) -> count(
				"timestamp(" + selector.formatted(service) + ") >= " + this.walk.began.getEpochSecond()) > 0;
	}

	private Predicate<String> has(String selector) {
		return (service) -> count(selector.formatted(service)) > 0;
	}

	private double count(String selector) {
		return query("count(" + selector + ")").json()
			.path("data")
			.path("result")
			.path(0)
			.path("value")
			.path(1)
			.asDouble(0);
	}

	private Http.Answer query(String promql) {
		return this.walk.http.get(this.walk.flags.url(Flag.METRICS, "/api/v1/query?query=" + Http.encode(promql)));
	}

}

package dev.oddkit.observability.dashboards;

/**
 * The way of telemetry itself: queues and losses in the services, in the Collector and in
 * the backends.
 */
final class PipelineDashboard {

	static final String UID = "observability-pipeline";

	private static final String CHOSEN = "service_name=~\"$service\"";

	private PipelineDashboard() {
	}

	static Dashboard create() {
		return new Dashboard(UID, "Telemetry pipeline", "Does telemetry arrive, and what was lost on the way?")
			.variables(Variable.services())
			.row("Services", delivered(), lost(), queued(), decided())
			.row("Collector", received(), refused(), sent(), failed(), queue(), memory(), tail())
			.row("Backends", answering(), traces(), logs(), series());
	}

	private static Panel delivered() {
		return Panel.graph("Delivered", "Spans, metric points and log records that left the services, per second.")
			.unit("ops")
			.query(Query.metrics(PromQl.rate("service_name, signal", "observability_exporter_items_total",
					CHOSEN + ", result=\"exported\""), "{{service_name}} {{signal}}"))
			.dataLink(Link.toServiceOf(SignalsDashboard.UID, "Logs of this service", "service_name"));
	}

	private static Panel lost() {
		return Panel
			.graph("Lost",
					"Spans, metric points and log records that were given up, per second, by reason. "
							+ "Zero is normal.")
			.unit("ops")
			.query(Query.metrics(PromQl.orZero(PromQl.rate("service_name, signal, result",
					"observability_exporter_items_total", CHOSEN + ", result!=\"exported\"")),
					"{{service_name}} {{signal}} {{reason}}"))
			.link(Link.to(SignalsDashboard.UID, "Logs: the warning names the reason"));
	}

	private static Panel queued() {
		return Panel.graph("Waiting", "Spans and log records that wait in the services for their export.")
			.unit("short")
			.query(Query.metrics("sum by (service_name, signal) (observability_exporter_queued{" + CHOSEN + "})",
					"{{service_name}} {{signal}}"))
			.dataLink(Link.toServiceOf(SignalsDashboard.UID, "Logs of this service", "service_name"));
	}

	private static Panel decided() {
		return Panel.graph("Spans by decision", "Spans that were started, per second, by the decision of the sampler.")
			.unit("ops")
			.query(Query.metrics(
					PromQl.rate("service_name, otel_span_sampling_result", "otel_sdk_span_started_total", CHOSEN),
					"{{service_name}} {{otel_span_sampling_result}}"))
			.dataLink(Link.toServiceOf(SignalsDashboard.UID, "Traces of this service", "service_name"));
	}

	private static Panel received() {
		return collector("Received", "Items that the Collector accepted, per second.", "ops", "receiver",
				"receiver_accepted");
	}

	private static Panel refused() {
		return collector("Refused",
				"Items that the Collector refused, per second: its memory limit was reached. " + "Zero is normal.",
				"ops", "receiver", "receiver_refused");
	}

	private static Panel sent() {
		return collector("Sent", "Items that the Collector delivered to the backends, per second.", "ops", "exporter",
				"exporter_sent");
	}

	private static Panel failed() {
		return collector("Not delivered",
				"Items that the Collector could not deliver, per second. They wait in its queue "
						+ "and are tried again. Zero is normal.",
				"ops", "exporter", "exporter_send_failed");
	}

	private static Panel collector(String title, String description, String unit, String by, String metric) {
		Panel panel = Panel.graph(title, description).unit(unit);
		for (String items : new String[] { "spans", "log_records", "metric_points" }) {
			panel.query(Query.metrics(PromQl.orZero(PromQl.rate(by, "otelcol_" + metric + "_" + items + "_total", "")),
					items.replace('_', ' ') + " {{" + by + "}}"));
		}
		return panel.link(new Link("Why", "/d/" + HomeDashboard.UID));
	}

	private static Panel queue() {
		return Panel
			.graph("Queues of the Collector", "Share of each queue that is full. At 1 the Collector loses data.")
			.unit("percentunit")
			.thresholds(Thresholds.of(0.6, 0.8))
			.query(Query.metrics(
					"max by (exporter, data_type) (otelcol_exporter_queue_size{}) / "
							+ "max by (exporter, data_type) (otelcol_exporter_queue_capacity{})",
					"{{exporter}} {{data_type}}"))
			.link(new Link("Why", "/d/" + HomeDashboard.UID));
	}

	private static Panel memory() {
		return Panel
			.graph("Memory of the Collector", "Resident memory. The memory limiter refuses data before the limit.")
			.unit("bytes")
			.query(Query.metrics("max by (instance) (otelcol_process_memory_rss_bytes{})", "{{instance}}"))
			.link(new Link("Why", "/d/" + HomeDashboard.UID));
	}

	private static Panel tail() {
		return Panel
			.graph("Tail sampling",
					"Traces per second by decision, and traces that were dropped before a decision (zero is normal).")
			.unit("ops")
			.query(Query
				.metrics("sum by (sampled) (rate(otelcol_processor_tail_sampling_global_count_traces_sampled_total{}"
						+ "[$__rate_interval]))", "kept: {{sampled}}"))
			.query(Query.metrics(PromQl.orZero(
					"sum(rate(otelcol_processor_tail_sampling_sampling_trace_dropped_too_early_total{}[$__rate_interval]))"),
					"dropped too early"))
			.link(new Link("Why", "/d/" + HomeDashboard.UID));
	}

	private static Panel traces() {
		return Panel
			.graph("Tempo", "Spans that Tempo received, and spans that it discarded (zero is normal), per second.")
			.unit("ops")
			.query(Query.metrics(PromQl.orZero("sum(rate(tempo_distributor_spans_received_total{}[$__rate_interval]))"),
					"received"))
			.query(Query.metrics(
					PromQl.orZero("sum by (reason) (rate(tempo_discarded_spans_total{}[$__rate_interval]))"),
					"discarded {{reason}}"))
			.link(new Link("Why", "/d/" + HomeDashboard.UID));
	}

	private static Panel logs() {
		return Panel
			.graph("Loki", "Lines that Loki received, and lines that it discarded (zero is normal), per second.")
			.unit("ops")
			.query(Query.metrics(PromQl.orZero("sum(rate(loki_distributor_lines_received_total{}[$__rate_interval]))"),
					"received"))
			.query(Query.metrics(
					PromQl.orZero("sum by (reason) (rate(loki_discarded_samples_total{}[$__rate_interval]))"),
					"discarded {{reason}}"))
			.link(new Link("Why", "/d/" + HomeDashboard.UID));
	}

	private static Panel answering() {
		return Panel
			.graph("Backends that answer", "1: the Collector can read what the backend says of itself; 0: it cannot.")
			.unit("short")
			.query(Query.metrics("min by (job) (up{job=~\"tempo|loki|metrics\"})", "{{job}}"))
			.link(new Link("Why", "/d/" + HomeDashboard.UID));
	}

	private static Panel series() {
		return Panel.graph("Mimir or Prometheus", "Time series that are held in memory, of all services together.")
			.unit("short")
			.query(Query.metrics("sum(prometheus_tsdb_head_series{}) or sum(cortex_ingester_memory_series{})",
					"series"))
			.link(Link.to(CardinalityDashboard.UID, "Which label makes them"));
	}

}

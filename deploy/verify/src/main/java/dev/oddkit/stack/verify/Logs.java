package dev.oddkit.stack.verify;

import java.util.List;

/**
 * Asks Loki for the log lines of the trace, in the very form of Grafana's link.
 */
final class Logs {

	private final Walk walk;

	Logs(Walk walk) {
		this.walk = walk;
	}

	Finding ofTrace() {
		String expected = "Loki has log lines " + (this.walk.ofShop() ? "of the trace " : "") + "of "
				+ String.join(", ", this.walk.services());
		List<String> missing = this.walk.missing((service) -> lines(service, this.walk.ofShop()) > 0);
		if (missing.isEmpty()) {
			return Finding.works(expected, "lines of each");
		}
		Http.Answer ready = this.walk.http.get(this.walk.flags.url(Flag.LOKI, "/loki/api/v1/labels"));
		if (ready.status() == 0) {
			return Finding.broken(expected, "Loki: " + ready,
					"start Loki or give its address by --loki; it needs some 30 s to become ready");
		}
		if (this.walk.collector.growth("exporter_send_failed_log_records") > 0
				|| this.walk.collector.growth("exporter_sent_log_records") == 0) {
			return Finding.broken(expected,
					"nothing of " + missing + "; " + this.walk.collector.delivery("log_records"),
					"LOGS_ENDPOINT of the Collector must be Loki's http://loki:3100/otlp (the exporter appends /v1/logs), and Loki must take what arrives (allow_structured_metadata: true); the Collector's log has the answer");
		}
		return Finding.broken(expected, "nothing of " + missing + "; Loki has the labels " + ready.json()
			.path("data"), missing.stream().anyMatch((service) -> lines(service, false) > 0)
					? "lines are there but without the trace: trace_id must arrive as structured metadata (allow_structured_metadata: true), and the line must be written while a span is current"
					: "service.name must be an index label of Loki (limits_config.otlp_config), and observability.exporter.logs.to must be otlp");
	}

	private int lines(String service, boolean ofTrace) {
		String query = "{service_name=\"" + service + "\"}"
				+ (ofTrace ? " | trace_id = \"" + this.walk.traceId + "\"" : "");
		long start = this.walk.began.minusSeconds(this.walk.ofShop() ? 60 : 3600).getEpochSecond();
		return this.walk.http
			.get(this.walk.flags.url(Flag.LOKI,
					"/loki/api/v1/query_range?limit=10&start=" + start + "000000000&query=" + Http.encode(query)))
			.json()
			.path("data")
			.path("result")
			.size();
	}

}

package dev.oddkit.stack.verify;

/**
 * What comes into the Collector and, where no backend can be asked, what leaves it.
 */
final class Collector {

	private final Walk walk;

	Collector(Walk walk) {
		this.walk = walk;
	}

	Finding health() {
		String expected = "the Collector is up and shows its metrics";
		Http.Answer health = this.walk.await(() -> this.walk.http.get(this.walk.flags.url(Flag.COLLECTOR_HEALTH, "/")),
				Http.Answer::ok);
		if (!health.ok()) {
			return Finding.broken(expected, "health check " + health,
					"\"docker compose logs collector\": a Collector that refuses its configuration says why in its last lines; or give --collector-health");
		}
		Http.Answer page = this.walk.collector.page();
		return (page.ok() && page.body().contains("otelcol_"))
				? Finding.works(expected, "healthy, " + page.body().lines().count() + " lines of metrics")
				: Finding.broken(expected, "metrics page " + page,
						"give its address by --collector-metrics; gateway.yaml has it at :8888");
	}

	Finding receives() {
		String expected = "the Collector accepts spans and refuses none";
		double accepted = this.walk.await(() -> this.walk.collector.growth("receiver_accepted_spans"), (n) -> n > 0);
		double refused = this.walk.collector.growth("receiver_refused_spans");
		String seen = "%.0f spans accepted, %.0f refused since the walk began".formatted(accepted, refused);
		if (refused > 0) {
			return Finding.broken(expected, seen,
					"its memory limiter is at work: raise the container's memory or lower the load; otelcol_process_memory_rss shows both");
		}
		return (accepted > 0) ? Finding.works(expected, seen) : Finding.broken(expected, seen,
				"the services send elsewhere: OTLP_ENDPOINT must be the Collector's OTLP/HTTP address (http://collector:4318); docker compose config shows it");
	}

	Finding delivers() {
		String expected = "the vendor takes spans, and no export fails";
		this.walk.await(() -> this.walk.collector.growth("exporter_sent_spans"), (n) -> n > 0);
		String seen = this.walk.collector.delivery("spans");
		boolean works = this.walk.collector.growth("exporter_sent_spans") > 0
				&& this.walk.collector.growth("exporter_send_failed_spans") == 0;
		return works ? Finding.works(expected, seen) : Finding.broken(expected, seen,
				"VENDOR_ENDPOINT and the file of headers (VENDOR_HEADERS_FILE): \"docker compose logs collector\" has the vendor's answer");
	}

}

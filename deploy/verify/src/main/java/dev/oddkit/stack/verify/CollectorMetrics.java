package dev.oddkit.stack.verify;

/**
 * What the Collector counts about itself, and how it changed during this walk.
 */
final class CollectorMetrics {

	private final Walk walk;

	private String before = "";

	CollectorMetrics(Walk walk) {
		this.walk = walk;
	}

	/** Remembers what was counted before anything is sent. */
	void begin() {
		this.before = page().body();
	}

	Http.Answer page() {
		return this.walk.http.get(this.walk.flags.url(Flag.COLLECTOR_METRICS, ""));
	}

	/** How much the counter has grown since the beginning. */
	double growth(String counter, String... labels) {
		String page = page().body();
		return PrometheusText.sum(page, "otelcol_" + counter, labels)
				- PrometheusText.sum(this.before, "otelcol_" + counter, labels);
	}

	double total(String counter, String... labels) {
		return PrometheusText.sum(page().body(), "otelcol_" + counter, labels);
	}

	/** What is known of the way from the Collector to a backend, for a person. */
	String delivery(String kind) {
		return "the Collector accepted %.0f, sent %.0f, failed to send %.0f; its queues hold %.0f".formatted(
				growth("receiver_accepted_" + kind), growth("exporter_sent_" + kind),
				growth("exporter_send_failed_" + kind), total("exporter_queue_size"));
	}

}

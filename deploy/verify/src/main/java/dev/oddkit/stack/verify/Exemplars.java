package dev.oddkit.stack.verify;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * Follows exemplars of the services' own latency histograms to their traces.
 */
final class Exemplars {

	private static final int LOOKED_AT = 50;

	private final Walk walk;

	private final Traces traces;

	Exemplars(Walk walk, Traces traces) {
		this.walk = walk;
		this.traces = traces;
	}

	Finding lead() {
		String expected = "exemplars with a trace_id that the trace backend knows";
		List<String> ids = this.walk.await(this::ids, (found) -> found.stream().anyMatch(this.traces::knows));
		long known = ids.stream().filter(this.traces::knows).count();
		String seen = "%d of the %d newest exemplars lead to a trace".formatted(known, ids.size());
		if (known > 0) {
			return Finding.works(expected, seen);
		}
		return Finding.broken(expected, seen, ids.isEmpty()
				? "exemplars must be on in the backend: max_global_exemplars_per_user of Mimir, --enable-feature=exemplar-storage of Prometheus; a scrape must ask for OpenMetrics; a counter of your own service has none until a sampled request"
				: "the traces were not kept: BASELINE_PERCENT below 100, or retention is over (docs/sampling.md)");
	}

	private List<String> ids() {
		String selector = "{service_name=~\"" + String.join("|", this.walk.services())
				+ "\",__name__=~\"http_server_request.*_bucket\"}";
		JsonNode data = this.walk.http
			.get(this.walk.flags.url(Flag.METRICS, "/api/v1/query_exemplars?query=" + Http.encode(selector) + "&start="
					+ (this.walk.began.getEpochSecond() - 900) + "&end=" + (this.walk.began.getEpochSecond() + 3600)))
			.json()
			.path("data");
		List<JsonNode> exemplars = new ArrayList<>();
		data.forEach((series) -> series.path("exemplars").forEach(exemplars::add));
		exemplars.sort((a, b) -> Double.compare(b.path("timestamp").asDouble(0), a.path("timestamp").asDouble(0)));
		return exemplars.stream()
			.map((exemplar) -> exemplar.path("labels").path("trace_id").asString(""))
			.filter((id) -> !id.isEmpty())
			.distinct()
			.limit(LOOKED_AT)
			.toList();
	}

}

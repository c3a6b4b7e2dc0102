package dev.oddkit.stack.verify;

import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * Asks the trace backends for the trace.
 */
final class Traces {

	private final Walk walk;

	Traces(Walk walk) {
		this.walk = walk;
	}

	Finding inTempo() {
		if (!this.walk.ofShop()) {
			return findOwn();
		}
		return find("Tempo", Flag.TEMPO, "/api/v2/traces/", "TRACES_ENDPOINT of the Collector must be Tempo's OTLP/gRPC"
				+ " address (tempo:4317), and Tempo's receivers must listen on 0.0.0.0");
	}

	Finding inJaeger() {
		if (!this.walk.ofShop()) {
			return Finding.works("Jaeger is asked for orders only", "left out for --service");
		}
		return find("Jaeger", Flag.JAEGER, "/api/v3/traces/",
				"JAEGER_ENDPOINT of the Collector must be Jaeger's OTLP/gRPC address (jaeger:4317)");
	}

	Finding sameInBoth() {
		String expected = "Tempo and Jaeger have the same spans of the trace";
		SpanSet[] both = this.walk.await(
				() -> new SpanSet[] { of(Flag.TEMPO, "/api/v2/traces/"), of(Flag.JAEGER, "/api/v3/traces/") },
				(last) -> last[0].without(last[1]).isEmpty() && last[1].without(last[0]).isEmpty());
		Map<String, String> tempo = both[0].without(both[1]);
		Map<String, String> jaeger = both[1].without(both[0]);
		if (tempo.isEmpty() && jaeger.isEmpty()) {
			return Finding.works(expected,
					both[0].size() + " spans in both, alike in id, parent, name, time and attributes");
		}
		return Finding.broken(expected, "in Tempo only " + tempo + "; in Jaeger only " + jaeger,
				"both queues of the Collector must be empty: " + this.walk.collector.delivery("spans")
						+ "; vendor-tempo-jaeger.yaml must feed both exporters from traces/out");
	}

	private SpanSet of(Flag address, String path) {
		return SpanSet.of(this.walk.http.get(this.walk.flags.url(address, path + this.walk.traceId)).json());
	}

	private Finding find(String backend, Flag address, String path, String remedy) {
		String expected = backend + " has the trace with spans of " + String.join(", ", this.walk.services());
		Http.Answer answer = this.walk.await(
				() -> this.walk.http.get(this.walk.flags.url(address, path + this.walk.traceId)),
				(last) -> SpanSet.of(last.json()).services().containsAll(this.walk.services()));
		Set<String> services = SpanSet.of(answer.json()).services();
		if (services.containsAll(this.walk.services())) {
			return Finding.works(expected, "spans of " + String.join(", ", services));
		}
		if (answer.status() == 0) {
			return Finding.broken(expected, backend + ": " + answer, "start " + backend + " or give its address by "
					+ address.flag() + "; what was sent meanwhile waits in the Collector's queue");
		}
		String seen = (services.isEmpty() ? "nothing" : "spans of " + String.join(", ", services) + " only") + " after "
				+ this.walk.flags.patience().toSeconds() + " s; " + this.walk.collector.delivery("spans");
		if (!services.isEmpty()) {
			return Finding.broken(expected, seen,
					"a service that is missing has another OTLP_ENDPOINT, observability.sampling.ratio below 1, or lost the context: no traceparent on the call to it");
		}
		boolean undelivered = this.walk.collector.growth("exporter_send_failed_spans") > 0
				|| this.walk.collector.total("exporter_queue_size") > 0;
		boolean sampledOut = !undelivered && this.walk.collector.growth("exporter_sent_spans") == 0;
		return Finding.broken(expected, seen, sampledOut
				? "the Collector's tail sampling dropped it: BASELINE_PERCENT below 100 (docs/sampling.md), or traces/out is not connected"
				: remedy);
	}

	private Finding findOwn() {
		String service = this.walk.flags.get(Flag.SERVICE);
		String expected = "Tempo finds a trace of " + service + " of the last hour";
		String query = Http.encode("{ resource.service.name = \"" + service + "\" }");
		long now = this.walk.began.getEpochSecond() + this.walk.flags.patience().toSeconds();
		Http.Answer answer = this.walk.await(
				() -> this.walk.http.get(this.walk.flags.url(Flag.TEMPO,
						"/api/search?limit=1&q=" + query + "&start=" + (now - 3600) + "&end=" + now)),
				(last) -> !last.json().path("traces").isEmpty());
		JsonNode first = answer.json().path("traces").path(0);
		if (!first.isMissingNode()) {
			this.walk.traceId = first.path("traceID").asString();
			return Finding.works(expected,
					"trace " + this.walk.traceId + ", " + first.path("rootTraceName").asString());
		}
		return Finding.broken(expected, answer.ok() ? "no trace; " + this.walk.collector.delivery("spans") : answer
			.toString(), "send it a request; its spring.application.name must be \"" + service
					+ "\" and observability.exporter.endpoint the Collector's (http://127.0.0.1:4318 from this machine); Tempo can be searched after 30 s");
	}

	/** Whether the trace backend knows a trace. */
	boolean knows(String traceId) {
		boolean jaeger = this.walk.flags.get(Flag.VENDOR).equals("jaeger");
		Http.Answer answer = this.walk.http.get(jaeger ? this.walk.flags.url(Flag.JAEGER, "/api/v3/traces/" + traceId)
				: this.walk.flags.url(Flag.TEMPO, "/api/v2/traces/" + traceId));
		return !SpanSet.of(answer.json()).services().isEmpty();
	}

}

package dev.oddkit.observability.console.api;

import java.time.Instant;
import java.util.TreeSet;

import dev.oddkit.observability.console.web.Answer;
import dev.oddkit.observability.console.web.Request;
import dev.oddkit.observability.console.web.Routes;
import dev.oddkit.observability.otlp.OtlpReceiver;
import dev.oddkit.observability.otlp.ReceiverStats;
import dev.oddkit.observability.otlp.StoreLimits;
import dev.oddkit.observability.otlp.StoreStats;
import dev.oddkit.observability.otlp.TelemetryStore;

/**
 * The JSON endpoints of the page over what a store holds. Nothing can be changed through
 * them but to clear the store.
 */
public final class ConsoleApi {

	private final TelemetryStore store;

	private final OtlpReceiver receiver;

	private final String version;

	private final Instant startedAt = Instant.now();

	/**
	 * Creates the endpoints.
	 * @param store what was received
	 * @param receiver where it is received
	 * @param version the version to show
	 */
	public ConsoleApi(TelemetryStore store, OtlpReceiver receiver, String version) {
		this.store = store;
		this.receiver = receiver;
		this.version = version;
	}

	/**
	 * The paths and what answers them.
	 * @return the routes
	 */
	public Routes routes() {
		Traces traces = new Traces(this.store);
		Metrics metrics = new Metrics(this.store);
		return new Routes().get("/api/state", this::state)
			.get("/api/services", this::services)
			.get("/api/traces", traces::list)
			.get("/api/traces/{id}", traces::one)
			.get("/api/traces/{id}/export", traces::export)
			.get("/api/logs", new LogSearch(this.store)::answer)
			.get("/api/metrics", metrics::list)
			.get("/api/metrics/data", metrics::data)
			.get("/api/cardinality", new Cardinality(this.store)::answer)
			.get("/api/map", this::map)
			.post("/api/clear", this::clear);
	}

	private Answer state(Request request) {
		request.accept();
		StoreStats stats = this.store.stats();
		return Answer.json(new State(this.version, this.startedAt.toString(), this.receiver.endpoint(), stats.limits(),
				stats.bytes(), this.store.revision(), stats, this.receiver.stats()));
	}

	private Answer services(Request request) {
		request.accept();
		TreeSet<String> names = new TreeSet<>();
		this.store.traces().forEach((trace) -> names.addAll(trace.services()));
		this.store.logs().forEach((log) -> names.add(log.resource().serviceName()));
		this.store.series().forEach((series) -> names.add(series.resource().serviceName()));
		return Answer.json(names);
	}

	private Answer map(Request request) {
		request.accept();
		return Answer.json(new ServiceMap(this.store.traces()).view());
	}

	private Answer clear(Request request) {
		request.accept();
		this.store.clear();
		return Answer.noContent();
	}

	private record State(String version, String startedAt, String otlpEndpoint, StoreLimits limits, long bytes,
			long revision, StoreStats stats, ReceiverStats receiver) {
	}

}

package dev.oddkit.observability.console.api;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.oddkit.observability.console.web.Answer;
import dev.oddkit.observability.console.web.Refusal;
import dev.oddkit.observability.console.web.Request;
import dev.oddkit.observability.otlp.LogRecord;
import dev.oddkit.observability.otlp.StoreStats;
import dev.oddkit.observability.otlp.TelemetryStore;
import dev.oddkit.observability.otlp.Trace;

/**
 * The list of traces, one trace, and its export. Says why a trace is not there.
 */
final class Traces {

	private final TelemetryStore store;

	Traces(TelemetryStore store) {
		this.store = store;
	}

	Answer list(Request request) {
		request.accept("service", "name", "attribute", "id", "errors", "minMillis", "limit");
		TraceSearch search = TraceSearch.of(request);
		int limit = request.number("limit", 100, 1000);
		List<Trace> found = this.store.traces().stream().filter(search::matches).toList();
		Map<String, Integer> logs = new HashMap<>();
		for (LogRecord log : this.store.logs()) {
			logs.merge(log.traceId(), 1, Integer::sum);
		}
		return Answer.json(new Found(found.size(),
				found.stream()
					.limit(limit)
					.map((trace) -> TraceSummary.of(trace, logs.getOrDefault(trace.traceId(), 0)))
					.toList()));
	}

	Answer one(Request request) {
		request.accept();
		Trace trace = find(request);
		return Answer.json(TraceView.of(trace, this.store.logs(trace.traceId())));
	}

	Answer export(Request request) {
		request.accept();
		Trace trace = find(request);
		return Answer.attachment("trace-" + trace.traceId() + ".json",
				OtlpExport.of(trace.spans(), this.store.logs(trace.traceId())));
	}

	private Trace find(Request request) {
		String traceId = request.segment(2).toLowerCase(Locale.ROOT);
		return this.store.trace(traceId).orElseThrow(() -> {
			StoreStats.Traces stats = this.store.stats().traces();
			return new Refusal(404,
					("Trace %s is not here. Either its spans have not arrived yet (senders wait up to some "
							+ "seconds), or it was not sampled, or it was let go: %d traces made place for newer ones and %d spans "
							+ "were cleared so far.")
						.formatted(traceId, stats.tracesEvicted(), stats.spansCleared()));
		});
	}

	private record Found(int total, List<TraceSummary> traces) {
	}

}

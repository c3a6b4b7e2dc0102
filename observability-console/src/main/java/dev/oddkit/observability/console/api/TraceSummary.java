package dev.oddkit.observability.console.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.oddkit.observability.otlp.Span;
import dev.oddkit.observability.otlp.SpanKind;
import dev.oddkit.observability.otlp.SpanStatus;
import dev.oddkit.observability.otlp.Trace;

/**
 * A trace as one row of the list.
 */
record TraceSummary(String traceId, String rootService, String rootName, SpanKind rootKind, boolean complete,
		String startNanos, double millis, int spans, int errors, int orphans, int logs, List<Share> services) {

	static TraceSummary of(Trace trace, int logs) {
		Span root = trace.root();
		Map<String, Share> services = new LinkedHashMap<>();
		for (Span span : trace.spans()) {
			int errors = (span.status() == SpanStatus.ERROR) ? 1 : 0;
			String name = span.resource().serviceName();
			services.merge(name, new Share(name, 1, errors), Share::plus);
		}
		return new TraceSummary(trace.traceId(), root.resource().serviceName(), root.name(), root.kind(), root.isRoot(),
				Units.nanos(trace.startNanos()), Units.millis(trace.durationNanos()), trace.spans().size(),
				trace.errorCount(), trace.orphans().size(), logs, List.copyOf(services.values()));
	}

	/**
	 * What one service has in the trace.
	 */
	record Share(String name, int spans, int errors) {

		Share plus(Share other) {
			return new Share(this.name, this.spans + other.spans, this.errors + other.errors);
		}

	}

}

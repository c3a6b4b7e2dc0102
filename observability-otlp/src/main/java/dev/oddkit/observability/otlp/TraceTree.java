package dev.oddkit.observability.otlp;

/**
 * Draws a trace as an indented tree.
 */
final class TraceTree {

	private final Trace trace;

	TraceTree(Trace trace) {
		this.trace = trace;
	}

	String render() {
		throw new UnsupportedOperationException(this.trace.traceId());
	}

}

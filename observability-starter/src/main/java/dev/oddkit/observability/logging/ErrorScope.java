package dev.oddkit.observability.logging;

import io.micrometer.tracing.CurrentTraceContext;
import io.micrometer.tracing.TraceContext;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the trace of a failed request current from the end of the filters to the end of
 * the container's own work, in which it logs the failure. It travels as an attribute of
 * the request, and whoever put it there closes it on the same thread.
 */
class ErrorScope implements AutoCloseable {

	static final String ATTRIBUTE = ErrorScope.class.getName();

	private CurrentTraceContext.@Nullable Scope scope;

	void open(CurrentTraceContext current, TraceContext trace) {
		if (this.scope == null) {
			this.scope = current.newScope(trace);
		}
	}

	@Override
	public void close() {
		if (this.scope != null) {
			this.scope.close();
			this.scope = null;
		}
	}

}

package dev.oddkit.observability.sdk;

import io.micrometer.observation.Observation;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler;

import org.springframework.core.Ordered;
import org.springframework.scheduling.support.ScheduledTaskObservationContext;

/**
 * Keeps Observations from making spans of what the Java agent traces: requests, calls,
 * messages and scheduled tasks. Their metrics stay, with exemplars of the agent's span.
 */
class AgentSpanHandler implements TracingObservationHandler<Observation.Context>, Ordered {

	private final Tracer tracer;

	AgentSpanHandler(Tracer tracer) {
		this.tracer = tracer;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof ReceiverContext || context instanceof SenderContext
				|| context instanceof ScheduledTaskObservationContext;
	}

	@Override
	public Tracer getTracer() {
		return this.tracer;
	}

	@Override
	public void onStart(Observation.Context context) {
		TracingContext tracing = getTracingContext(context);
		Span current = this.tracer.currentSpan();
		if (current != null) {
			tracing.setSpan(current);
		}
	}

	// The span is the agent's: it knows its errors, and it ends it

	@Override
	public void onError(Observation.Context context) {
	}

	@Override
	public void onEvent(Observation.Event event, Observation.Context context) {
	}

	@Override
	public void onStop(Observation.Context context) {
	}

}

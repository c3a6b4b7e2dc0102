package dev.oddkit.observability.naming;

import dev.oddkit.observability.SemanticTags;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.propagation.Propagator;

/**
 * Gives spans of received messages attributes of the right type where there are no
 * requests.
 */
class SemanticReceiverHandler extends PropagatingReceiverTracingObservationHandler<ReceiverContext<?>> {

	SemanticReceiverHandler(Tracer tracer, Propagator propagator) {
		super(tracer, propagator);
	}

	@Override
	public void tagSpan(ReceiverContext<?> context, Span span) {
		SemanticTags.write(context, span);
	}

}

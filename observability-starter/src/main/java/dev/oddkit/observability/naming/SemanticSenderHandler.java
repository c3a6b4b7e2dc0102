package dev.oddkit.observability.naming;

import dev.oddkit.observability.SemanticTags;
import io.micrometer.observation.transport.SenderContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.propagation.Propagator;

/**
 * Gives spans of calls and sent messages attributes of the right type.
 */
class SemanticSenderHandler extends PropagatingSenderTracingObservationHandler<SenderContext<?>> {

	SemanticSenderHandler(Tracer tracer, Propagator propagator) {
		super(tracer, propagator);
	}

	@Override
	public void tagSpan(SenderContext<?> context, Span span) {
		SemanticTags.write(context, span);
	}

}

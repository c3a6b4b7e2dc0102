package dev.oddkit.observability.naming;

import dev.oddkit.observability.SemanticTags;
import io.micrometer.observation.Observation;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;

/**
 * Gives spans of work inside the service attributes of the right type.
 */
class SemanticHandler extends DefaultTracingObservationHandler {

	SemanticHandler(Tracer tracer) {
		super(tracer);
	}

	@Override
	public void tagSpan(Observation.Context context, Span span) {
		SemanticTags.write(context, span);
	}

}

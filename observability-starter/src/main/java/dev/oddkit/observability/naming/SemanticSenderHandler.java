package dev.oddkit.observability.naming;

import java.util.Set;

import dev.oddkit.observability.SemanticTags;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.transport.SenderContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.api.trace.StatusCode;

/**
 * Gives spans of calls and sent messages attributes of the right type. A call that was
 * answered with an error has failed, even if the caller does not mind and no exception is
 * thrown.
 */
class SemanticSenderHandler extends PropagatingSenderTracingObservationHandler<SenderContext<?>> {

	/**
	 * What Spring calls such an answer, by its own names.
	 */
	private static final Set<String> ERRORS = Set.of("CLIENT_ERROR", "SERVER_ERROR");

	SemanticSenderHandler(Tracer tracer, Propagator propagator) {
		super(tracer, propagator);
	}

	@Override
	public void tagSpan(SenderContext<?> context, Span span) {
		SemanticTags.write(context, span);
	}

	@Override
	public void customizeSenderSpan(SenderContext<?> context, Span span) {
		if (context.getError() == null && isErrorAnswer(context)) {
			OtelSpan.toOtel(span).setStatus(StatusCode.ERROR);
		}
	}

	private static boolean isErrorAnswer(SenderContext<?> context) {
		KeyValue outcome = context.getLowCardinalityKeyValue("outcome");
		return context.getLowCardinalityKeyValue("error.type") != null
				|| (outcome != null && ERRORS.contains(outcome.getValue()));
	}

}

package dev.oddkit.observability.sampling;

import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.propagation.Propagator;
import org.jspecify.annotations.Nullable;

/**
 * Writes the path of a request to the span before it starts. Without it a sampler sees
 * neither name nor attributes: Micrometer adds them at the end.
 */
class RouteVisibleReceiverHandler extends PropagatingReceiverTracingObservationHandler<ReceiverContext<?>> {

	private final RequestPath requestPath;

	RouteVisibleReceiverHandler(Tracer tracer, Propagator propagator, RequestPath requestPath) {
		super(tracer, propagator);
		this.requestPath = requestPath;
	}

	@Override
	public Span.Builder customizeExtractedSpan(ReceiverContext<?> context, Span.Builder builder) {
		String path = this.requestPath.of(context);
		return (path != null) ? builder.tag("url.path", path) : builder;
	}

	/**
	 * Finds the path in what was received, whose type depends on the web stack.
	 */
	@FunctionalInterface
	interface RequestPath {

		@Nullable String of(ReceiverContext<?> context);

	}

}

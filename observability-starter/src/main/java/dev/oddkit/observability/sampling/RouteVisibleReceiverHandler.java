package dev.oddkit.observability.sampling;

import dev.oddkit.observability.SemanticTags;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelSpan;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.api.trace.StatusCode;
import org.jspecify.annotations.Nullable;

/**
 * Writes the path of a request to the span before it starts: without it a sampler sees
 * neither name nor attributes, because Micrometer adds them at the end. At the end it
 * marks a span as failed whose answer is a server error, exception or not.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/http/http-spans/#status">HTTP
 * span status</a>
 */
class RouteVisibleReceiverHandler extends PropagatingReceiverTracingObservationHandler<ReceiverContext<?>> {

	private static final int FIRST_CLIENT_ERROR = 400;

	private static final int FIRST_SERVER_ERROR = 500;

	private final HttpExchange exchange;

	RouteVisibleReceiverHandler(Tracer tracer, Propagator propagator, HttpExchange exchange) {
		super(tracer, propagator);
		this.exchange = exchange;
	}

	@Override
	public Span.Builder customizeExtractedSpan(ReceiverContext<?> context, Span.Builder builder) {
		String path = this.exchange.path(context);
		return (path != null) ? builder.tag("url.path", path) : builder;
	}

	/**
	 * An exception that WebFlux answered with a mistake of the caller is none of the
	 * server, which a span could not take back.
	 */
	@Override
	public void onError(ReceiverContext<?> context) {
		int status = this.exchange.status(context);
		if (status < FIRST_CLIENT_ERROR || status >= FIRST_SERVER_ERROR) {
			super.onError(context);
		}
	}

	@Override
	public void tagSpan(ReceiverContext<?> context, Span span) {
		SemanticTags.write(context, span);
	}

	@Override
	public void customizeReceiverSpan(ReceiverContext<?> context, Span span) {
		if (this.exchange.status(context) >= FIRST_SERVER_ERROR) {
			OtelSpan.toOtel(span).setStatus(StatusCode.ERROR);
		}
	}

	/**
	 * Reads what was received and answered, whose types depend on the web stack.
	 */
	interface HttpExchange {

		/**
		 * Return the path of the request.
		 * @param context the context of the observation
		 * @return the path, or {@code null} if this is no HTTP request
		 */
		@Nullable String path(ReceiverContext<?> context);

		/**
		 * Return the status of the response.
		 * @param context the context of the observation
		 * @return the status code, or 0 if there is none
		 */
		int status(ReceiverContext<?> context);

	}

}

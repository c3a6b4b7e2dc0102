package dev.oddkit.observability.sampling;

import dev.oddkit.observability.sampling.RouteVisibleReceiverHandler.HttpExchange;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.RequestReplyReceiverContext;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * Reads the requests and responses of WebFlux.
 */
class ReactiveExchange implements HttpExchange {

	@Override
	public @Nullable String path(ReceiverContext<?> context) {
		return (context.getCarrier() instanceof ServerHttpRequest request) ? request.getPath().value() : null;
	}

	@Override
	public int status(ReceiverContext<?> context) {
		if (context instanceof RequestReplyReceiverContext<?, ?> reply
				&& reply.getResponse() instanceof ServerHttpResponse response) {
			HttpStatusCode status = response.getStatusCode();
			return (status != null) ? status.value() : 0;
		}
		return 0;
	}

}

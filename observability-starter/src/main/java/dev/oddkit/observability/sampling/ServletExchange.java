package dev.oddkit.observability.sampling;

import dev.oddkit.observability.sampling.RouteVisibleReceiverHandler.HttpExchange;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.RequestReplyReceiverContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Reads servlet requests and responses.
 */
class ServletExchange implements HttpExchange {

	@Override
	public @Nullable String path(ReceiverContext<?> context) {
		return (context.getCarrier() instanceof HttpServletRequest request) ? request.getRequestURI() : null;
	}

	@Override
	public int status(ReceiverContext<?> context) {
		return (context instanceof RequestReplyReceiverContext<?, ?> reply
				&& reply.getResponse() instanceof HttpServletResponse response) ? response.getStatus() : 0;
	}

}

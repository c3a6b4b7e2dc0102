package dev.oddkit.observability.logging;

import java.io.IOException;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Opens the scope for the container when a request fails, outside of the filter whose
 * observation ended with it.
 */
class FailedRequestFilter implements Filter {

	private final Tracer tracer;

	FailedRequestFilter(Tracer tracer) {
		this.tracer = tracer;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		try {
			chain.doFilter(request, response);
		}
		catch (IOException | ServletException | RuntimeException | Error ex) {
			openScope(request);
			throw ex;
		}
	}

	private void openScope(ServletRequest request) {
		if (request.getAttribute(ErrorScope.ATTRIBUTE) instanceof ErrorScope scope
				&& request instanceof HttpServletRequest http) {
			ServerHttpObservationFilter.findObservationContext(http)
				.map((observation) -> observation.<TracingContext>get(TracingContext.class))
				.map(TracingContext::getSpan)
				.ifPresent((span) -> scope.open(this.tracer.currentTraceContext(), span.context()));
		}
	}

}

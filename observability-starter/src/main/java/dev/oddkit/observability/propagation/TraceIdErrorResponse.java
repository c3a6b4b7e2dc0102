package dev.oddkit.observability.propagation;

import java.util.List;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * Adds the property {@code traceId} to every problem detail of a WebFlux application.
 *
 * @see TraceIdProblemDetail
 */
class TraceIdErrorResponse implements WebFluxConfigurer, ErrorResponse.Interceptor {

	@Override
	public void addErrorResponseInterceptors(List<ErrorResponse.Interceptor> interceptors) {
		interceptors.add(this);
	}

	@Override
	public void handleError(ProblemDetail detail, @Nullable ErrorResponse errorResponse) {
		SpanContext span = Span.current().getSpanContext();
		if (span.isSampled()) {
			detail.setProperty("traceId", span.getTraceId());
		}
	}

}

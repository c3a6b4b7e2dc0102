package dev.oddkit.demo.gateway;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Answers every failure with a problem detail. What orders or inventory decline is passed
 * on as they said it; what breaks them is a 502 or 504.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

	private static final Logger logger = LoggerFactory.getLogger(Problems.class);

	@ExceptionHandler
	ResponseEntity<ProblemDetail> declined(HttpClientErrorException ex, HttpServletRequest request) {
		ProblemDetail problem = said(ex);
		if (problem == null) {
			problem = broken(new DownstreamException(HttpStatus.BAD_GATEWAY,
					"A service answered %d and did not say why. Are shop.orders.url and shop.inventory.url right?"
						.formatted(ex.getStatusCode().value()),
					ex), request);
		}
		problem.setInstance(null);
		return ResponseEntity.of(problem).build();
	}

	@ExceptionHandler
	ProblemDetail broken(HttpServerErrorException ex, HttpServletRequest request) {
		boolean late = ex.getStatusCode().isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT);
		ProblemDetail problem = said(ex);
		return broken(new DownstreamException(late ? HttpStatus.GATEWAY_TIMEOUT : HttpStatus.BAD_GATEWAY,
				(problem != null && problem.getDetail() != null) ? problem.getDetail()
						: "A service answered %d and did not say why.".formatted(ex.getStatusCode().value()),
				ex), request);
	}

	@ExceptionHandler
	ProblemDetail broken(RestClientException ex, HttpServletRequest request) {
		return broken(
				new DownstreamException(HttpStatus.BAD_GATEWAY, "A service gave an answer that cannot be read.", ex),
				request);
	}

	@ExceptionHandler
	ProblemDetail broken(DownstreamException ex, HttpServletRequest request) {
		logger.warn("{} {} failed: {}", request.getMethod(), request.getRequestURI(), ex.getMessage());
		recordOnSpan(ex, request);
		return ex.getBody();
	}

	@ExceptionHandler
	ProblemDetail unexpected(Exception ex, HttpServletRequest request) {
		logger.error("{} {} failed", request.getMethod(), request.getRequestURI(), ex);
		recordOnSpan(ex, request);
		return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR,
				"Something unexpected happened in the gateway. Its log has the reason.");
	}

	private static @Nullable ProblemDetail said(RestClientResponseException ex) {
		MediaType type = (ex.getResponseHeaders() != null) ? ex.getResponseHeaders().getContentType() : null;
		return MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(type) ? ex.getResponseBodyAs(ProblemDetail.class)
				: null;
	}

	/**
	 * A handled exception is otherwise unknown to the span of the request.
	 */
	private static void recordOnSpan(Exception ex, HttpServletRequest request) {
		ServerHttpObservationFilter.findObservationContext(request).ifPresent((context) -> context.setError(ex));
	}

}

package dev.oddkit.observability.propagation;

import java.io.IOException;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Writes the id of the current trace to a response header before anything is committed.
 */
class TraceIdHeaderFilter extends OncePerRequestFilter {

	private final String header;

	TraceIdHeaderFilter(String header) {
		this.header = header;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		SpanContext span = Span.current().getSpanContext();
		if (span.isSampled()) {
			response.setHeader(this.header, span.getTraceId());
		}
		chain.doFilter(request, response);
	}

}

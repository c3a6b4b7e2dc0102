package dev.oddkit.observability.propagation;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import reactor.core.publisher.Mono;

import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Writes the id of a request's trace to a response header when the response is committed,
 * on whichever thread that happens.
 */
class TraceIdHeaderWebFilter implements WebFilter {

	private final String header;

	TraceIdHeaderWebFilter(String header) {
		this.header = header;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> write(exchange)));
		return chain.filter(exchange);
	}

	private void write(ServerWebExchange exchange) {
		ServerRequestObservationContext.findCurrent(exchange.getAttributes())
			.map((observation) -> observation.<TracingContext>get(TracingContext.class))
			.map(TracingContext::getSpan)
			.map(Span::context)
			.filter((trace) -> Boolean.TRUE.equals(trace.sampled()))
			.map(TraceContext::traceId)
			.ifPresent((id) -> exchange.getResponse().getHeaders().set(this.header, id));
	}

}

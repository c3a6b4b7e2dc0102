package dev.oddkit.observability.metrics;

import io.opentelemetry.api.trace.Span;
import io.prometheus.metrics.tracer.common.SpanContext;
import org.jspecify.annotations.Nullable;

/**
 * Tells Prometheus's exemplars the current span of either API. Spring Boot's twin stops
 * the application for {@code OTEL_METRICS_EXEMPLAR_FILTER=always_on}; a scrape has
 * exemplars of sampled spans all the same.
 */
class OpenTelemetrySpanContext implements SpanContext {

	private final boolean on;

	OpenTelemetrySpanContext(boolean on) {
		this.on = on;
	}

	@Override
	public @Nullable String getCurrentTraceId() {
		io.opentelemetry.api.trace.SpanContext current = current();
		return current.isValid() ? current.getTraceId() : null;
	}

	@Override
	public @Nullable String getCurrentSpanId() {
		io.opentelemetry.api.trace.SpanContext current = current();
		return current.isValid() ? current.getSpanId() : null;
	}

	@Override
	public boolean isCurrentSpanSampled() {
		return this.on && current().isSampled();
	}

	@Override
	public void markCurrentSpanAsExemplar() {
		// A head sampler has decided long before
	}

	private static io.opentelemetry.api.trace.SpanContext current() {
		return Span.current().getSpanContext();
	}

}

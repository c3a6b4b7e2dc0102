package dev.oddkit.observability.sdk;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTraceContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import org.jspecify.annotations.Nullable;

/**
 * Sees spans that were started by the OpenTelemetry API inside an Observation. The bridge
 * looks first at an entry of the context that such a span inherits, and would hang
 * everything that follows under the outer span.
 */
class SpanAwareCurrentTraceContext extends OtelCurrentTraceContext {

	@Override
	public @Nullable TraceContext context() {
		TraceContext context = super.context();
		SpanContext current = Span.current().getSpanContext();
		if (!current.isValid() || (context != null && context.spanId().equals(current.getSpanId()))) {
			return context;
		}
		return OtelTraceContext.fromOtel(current);
	}

}

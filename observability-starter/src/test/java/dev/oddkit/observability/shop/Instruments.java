package dev.oddkit.observability.shop;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;

/**
 * What is instrumented with the OpenTelemetry API.
 */
public class Instruments {

	private final Tracer tracer;

	private final LongCounter counter;

	private final DoubleHistogram histogram;

	Instruments(OpenTelemetry openTelemetry) {
		this.tracer = openTelemetry.getTracer("shop");
		this.counter = openTelemetry.getMeter("shop").counterBuilder("shop.otel.orders").build();
		this.histogram = openTelemetry.getMeter("shop").histogramBuilder("shop.otel.value").setUnit("ms").build();
	}

	public void span(String name, Runnable work) {
		Span span = this.tracer.spanBuilder(name).startSpan();
		try (Scope scope = span.makeCurrent()) {
			this.counter.add(1, Attributes.of(AttributeKey.stringKey("kind"), "test"));
			this.histogram.record(12);
			work.run();
		}
		finally {
			span.end();
		}
	}

}

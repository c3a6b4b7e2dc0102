package dev.oddkit.demo.orders;

import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Supplier;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;

import org.springframework.stereotype.Component;

/**
 * The two ways to instrument, side by side; no other class of this service names either.
 * <ul>
 * <li>OpenTelemetry API: the span {@code process_order} with the attribute
 * {@code order.id}; the counter {@code http_requests_total} with the attribute
 * {@code endpoint} (the pattern); the histogram {@code shop.order.value} (unit EUR).</li>
 * <li>Micrometer Observation: {@code shop.confirmation}, a span and a timer, with
 * {@code order.id} on the span only.</li>
 * </ul>
 */
@Component
class OrdersTelemetry {

	private static final String SCOPE = "dev.oddkit.demo.orders";

	private static final AttributeKey<String> ENDPOINT = AttributeKey.stringKey("endpoint");

	private final Tracer tracer;

	private final LongCounter requests;

	private final DoubleHistogram orderValue;

	private final ObservationRegistry observations;

	OrdersTelemetry(OpenTelemetry openTelemetry, ObservationRegistry observations) {
		this.tracer = openTelemetry.getTracer(SCOPE);
		Meter meter = openTelemetry.getMeter(SCOPE);
		this.requests = meter.counterBuilder("http_requests_total").setDescription("Requests by endpoint").build();
		this.orderValue = meter.histogramBuilder("shop.order.value")
			.setUnit("EUR")
			.setDescription("Value of confirmed orders")
			.build();
		this.observations = observations;
	}

	void requested(String endpoint) {
		this.requests.add(1, Attributes.of(ENDPOINT, endpoint));
	}

	void sold(BigDecimal value) {
		this.orderValue.record(value.doubleValue());
	}

	<T> T processOrder(UUID orderId, Supplier<T> work) {
		Span span = this.tracer.spanBuilder("process_order").setAttribute("order.id", orderId.toString()).startSpan();
		try (Scope scope = span.makeCurrent()) {
			return work.get();
		}
		catch (Refusal ex) {
			span.addEvent("rejected", Attributes.of(AttributeKey.stringKey("reason"), ex.reason()));
			throw ex;
		}
		catch (RuntimeException ex) {
			span.recordException(ex).setStatus(StatusCode.ERROR);
			throw ex;
		}
		finally {
			span.end();
		}
	}

	void confirmation(UUID orderId, Runnable work) {
		Observation.createNotStarted("shop.confirmation", this.observations)
			.highCardinalityKeyValue("order.id", orderId.toString())
			.observe(work);
	}

}

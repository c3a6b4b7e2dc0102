package dev.oddkit.demo.gateway;

import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;

import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/**
 * The two ways to instrument, side by side; no other class of this service names either.
 * <ul>
 * <li>Micrometer Observation: {@code shop.checkout}, a span and a timer, with the label
 * {@code outcome} ({@code confirmed}, {@code refused}, {@code failed}).</li>
 * <li>Micrometer and OpenTelemetry API: the counters {@code shop.flood.micrometer} and
 * {@code shop.flood.otel}, each with the user as the value of {@code customer.id}: what
 * nobody should do, to see what becomes of it. A batch of users is the span
 * {@code shop.flood}.</li>
 * </ul>
 */
@Component
public class GatewayTelemetry {

	private static final AttributeKey<String> CUSTOMER_ID = AttributeKey.stringKey("customer.id");

	private final ObservationRegistry observations;

	private final MeterRegistry meters;

	private final LongCounter otelFlood;

	GatewayTelemetry(OpenTelemetry openTelemetry, ObservationRegistry observations, MeterRegistry meters) {
		this.observations = observations;
		this.meters = meters;
		this.otelFlood = openTelemetry.getMeter("dev.oddkit.demo.gateway")
			.counterBuilder("shop.flood.otel")
			.setDescription("One for each user of the label flood")
			.build();
	}

	<T> T checkout(Supplier<T> work) {
		Observation observation = Observation.createNotStarted("shop.checkout", this.observations).start();
		try (Observation.Scope scope = observation.openScope()) {
			T result = work.get();
			observation.lowCardinalityKeyValue("outcome", "confirmed");
			return result;
		}
		catch (HttpClientErrorException ex) {
			observation.lowCardinalityKeyValue("outcome", "refused");
			throw ex;
		}
		catch (RuntimeException ex) {
			observation.lowCardinalityKeyValue("outcome", "failed");
			observation.error(ex);
			throw ex;
		}
		finally {
			observation.stop();
		}
	}

	/**
	 * Marks the request as failed; an exception that is answered is unknown to its span
	 * otherwise.
	 * @param ex what went wrong
	 */
	void failed(Exception ex) {
		Observation request = this.observations.getCurrentObservation();
		if (request != null) {
			request.error(ex);
		}
	}

	/**
	 * Makes a span of a batch of the flood.
	 * @param batch the work
	 */
	public void floodBatch(Runnable batch) {
		Observation.createNotStarted("shop.flood", this.observations).observe(batch);
	}

	/**
	 * Counts a user on both counters, under a label value of the user's own.
	 * @param userId the user
	 */
	public void flood(String userId) {
		Counter.builder("shop.flood.micrometer")
			.description("One for each user of the label flood")
			.tag("customer.id", userId)
			.register(this.meters)
			.increment();
		this.otelFlood.add(1, Attributes.of(CUSTOMER_ID, userId));
	}

}

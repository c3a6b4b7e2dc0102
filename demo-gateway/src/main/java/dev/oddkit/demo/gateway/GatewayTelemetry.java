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
 * {@code shop.flood.otel}, each with the user as the value of {@code user.id}: what
 * nobody should do, to see what becomes of it.</li>
 * </ul>
 */
@Component
public class GatewayTelemetry {

	private static final AttributeKey<String> USER_ID = AttributeKey.stringKey("user.id");

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
		Observation observation = Observation.createNotStarted("shop.checkout", this.observations)
			.lowCardinalityKeyValue("outcome", "failed")
			.start();
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
			observation.error(ex);
			throw ex;
		}
		finally {
			observation.stop();
		}
	}

	/**
	 * Counts a user on both counters, under a label value of the user's own.
	 * @param userId the user
	 */
	public void flood(String userId) {
		Counter.builder("shop.flood.micrometer")
			.description("One for each user of the label flood")
			.tag("user.id", userId)
			.register(this.meters)
			.increment();
		this.otelFlood.add(1, Attributes.of(USER_ID, userId));
	}

}

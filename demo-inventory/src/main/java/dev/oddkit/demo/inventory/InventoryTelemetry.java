package dev.oddkit.demo.inventory;

import java.util.UUID;
import java.util.function.Supplier;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.ObservableLongGauge;

import org.springframework.stereotype.Component;

/**
 * The two ways to instrument, side by side; no other class of this service names either.
 * <ul>
 * <li>OpenTelemetry API: the gauge {@code shop.stock} (unit {@code {item}}, attribute
 * {@code sku}), read from the database when it is collected.</li>
 * <li>Micrometer Observation: {@code shop.reservation}, a span and a timer, with the
 * label {@code outcome} ({@code reserved}, {@code refused}, {@code failed}) and, on the
 * span only, {@code order.id}.</li>
 * </ul>
 */
@Component
class InventoryTelemetry implements AutoCloseable {

	private static final AttributeKey<String> SKU = AttributeKey.stringKey("sku");

	private final ObservationRegistry observations;

	private final ObservableLongGauge stockGauge;

	InventoryTelemetry(OpenTelemetry openTelemetry, ObservationRegistry observations, Stock stock) {
		this.observations = observations;
		this.stockGauge = openTelemetry.getMeter("dev.oddkit.demo.inventory")
			.gaugeBuilder("shop.stock")
			.ofLongs()
			.setUnit("{item}")
			.setDescription("Items on the shelf")
			.buildWithCallback((measurement) -> stock.products()
				.forEach((product) -> measurement.record(product.available(), Attributes.of(SKU, product.sku()))));
	}

	<T> T reservation(UUID orderId, Supplier<T> work) {
		Observation observation = Observation.createNotStarted("shop.reservation", this.observations)
			.lowCardinalityKeyValue("outcome", "failed")
			.highCardinalityKeyValue("order.id", orderId.toString())
			.start();
		try (Observation.Scope scope = observation.openScope()) {
			T result = work.get();
			observation.lowCardinalityKeyValue("outcome", "reserved");
			return result;
		}
		catch (Refusal ex) {
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

	@Override
	public void close() {
		this.stockGauge.close();
	}

}

package dev.oddkit.observability.cardinality;

import dev.oddkit.observability.cardinality.core.Limits;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The meters of the guard itself.
 */
class CardinalityMetersTests {

	private final Guards guards = new Guards(new Limits(5, 8, 5, 20, 3, 12, 40, 10));

	private final MeterRegistry guarded = this.guards.guard(new SimpleMeterRegistry());

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final CardinalityMeters meters = new CardinalityMeters(
			new Offenders(this.guards.registries, this.guards.instruments, this.guards.budget), this.guards.budget);

	@ParameterizedTest
	@ValueSource(strings = { "values_per_key", "value_length", "keys_per_meter", "series_per_meter", "series", "meters",
			"refused" })
	void everyLimitHasACounter(String limit) {
		this.meters.bindTo(this.registry);
		assertThat(decided(limit)).isZero();
		exceedAll();
		assertThat(decided(limit)).isPositive();
	}

	@Test
	void seriesAreCountedAndStayBelowTheirLimit() {
		this.meters.bindTo(this.registry);
		exceedAll();
		assertThat(this.registry.get("observability.cardinality.series").gauge().value()).isPositive()
			.isLessThanOrEqualTo(this.registry.get("observability.cardinality.series.limit").gauge().value());
	}

	@Test
	void aFoldedKeyHasItsOwnCounterAndEstimate() {
		this.meters.bindTo(this.registry);
		Guards.flood((user) -> this.guarded.counter("orders", "user", user).increment());
		this.meters.refresh();
		Tags labels = Tags.of("api", "micrometer", "meter", "orders", "key", "user");
		assertThat(this.registry.get("observability.cardinality.folded").tags(labels).functionCounter().count())
			.isEqualTo(Guards.FLOOD - 5);
		assertThat(this.registry.get("observability.cardinality.estimate").tags(labels).gauge().value())
			.isBetween(0.85 * Guards.FLOOD, 1.15 * Guards.FLOOD);
	}

	private double decided(String limit) {
		return this.registry.get("observability.cardinality.limit").tag("limit", limit).functionCounter().count();
	}

	private void exceedAll() {
		Guards.flood((user) -> this.guarded.counter("orders", "user", user).increment());
		Guards.flood((user) -> Gauge.builder("depth", () -> 1).tag("user", user).register(this.guarded));
		this.guarded.counter("long", "user", "x".repeat(21)).increment();
		this.guarded.counter("keys", "a", "1", "b", "1", "c", "1", "d", "1").increment();
		for (int i = 0; i < 100; i++) {
			this.guarded.counter("wide", "a", "a" + i % 4, "b", "b" + i % 5, "c", "c" + i % 3).increment();
		}
		for (int name = 0; name < 20; name++) {
			for (int i = 0; i < 5; i++) {
				this.guarded.counter("name" + name, "user", "u" + i, "status", "s" + i).increment();
			}
		}
	}

}

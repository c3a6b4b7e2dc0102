package dev.oddkit.observability.cardinality;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.CountingMode;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.micrometer.v1_5.OpenTelemetryMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Series that lose their place while several registries have them: composites that share
 * what is below them, such as Micrometer's global registry, and registries that count in
 * steps.
 */
class RegistriesSideBySideTests {

	private static final Duration STEP = Duration.ofMinutes(1);

	private final Guards guards = new Guards();

	private final MockClock clock = new MockClock();

	private final SimpleMeterRegistry registry = this.guards.guard(new SimpleMeterRegistry());

	@Test
	void whatTwoCompositesHoldIsCountedOnce() {
		CompositeMeterRegistry one = composite(this.registry);
		CompositeMeterRegistry other = composite(this.registry);
		Counter held = one.counter("orders", "user", "held");
		Counter same = other.counter("orders", "user", "held");
		retire(one);
		held.increment(3);
		same.increment(4);
		this.guards.epochs(1);
		assertThat(held()).isEqualTo(7);
	}

	@Test
	void whatOneOfSeveralCompositesHoldsIsCountedThoughNobodyHoldsTheOthers() {
		Counter[] held = Stream.generate(() -> composite(this.registry))
			.limit(8)
			.map((composite) -> composite.counter("orders", "user", "held"))
			.toArray(Counter[]::new);
		retire(this.registry);
		for (int i = 0; i < held.length; i++) {
			held[i].increment(3);
			held[i] = null;
			this.guards.epochs(5);
			System.gc();
		}
		assertThat(held()).isEqualTo(8 * 3);
	}

	@Test
	void whatSomebodyHoldsBelowACompositeIsCountedThoughNobodyHoldsItThere() {
		CompositeMeterRegistry composite = composite(this.registry);
		composite.counter("orders", "user", "held");
		Counter held = this.registry.counter("orders", "user", "held");
		retire(composite);
		this.guards.epochs(4);
		System.gc();
		this.guards.epochs(1);
		held.increment(3);
		this.guards.epochs(1);
		assertThat(held()).isEqualTo(3);
	}

	@Test
	void aCompositeBelowAnotherCountsAfterItsMeterLostItsPlace() {
		CompositeMeterRegistry below = composite(this.registry);
		CompositeMeterRegistry above = composite(this.registry, below);
		Stream.of(above, below).forEach((composite) -> composite.counter("orders", "user", "held"));
		retire(below);
		below.counter("orders", "user", "held").increment(3);
		assertThat(held()).isEqualTo(3);
	}

	@Test
	void valuesLoseTheirPlaceThoughACompositeIsBelowAnother() {
		CompositeMeterRegistry above = composite(this.registry, composite(this.registry));
		retire(above);
	}

	@Test
	void besideARegistryThatCountsInStepsNothingIsCountedTwice() {
		MeterRegistry steps = steps();
		CompositeMeterRegistry composite = composite(steps, this.registry);
		Counter held = composite.counter("orders", "user", "held");
		Guards.flood((user) -> composite.counter("orders", "user", user).increment());
		this.guards.retirement.reset();
		held.increment(3);
		double inSteps = 0;
		for (int step = 0; step < 4; step++) {
			epochs(2);
			inSteps += steps.get("orders").tag("user", "held").counter().count();
		}
		assertThat(held()).isEqualTo(3);
		assertThat(inSteps).isEqualTo(3);
	}

	@Test
	void valuesLoseTheirPlaceBesideARegistryThatCountsInSteps() {
		CompositeMeterRegistry composite = composite(steps(), this.registry);
		Guards.flood((user) -> composite.counter("orders", "user", user).increment());
		epochs(8);
		assertThat(this.registry.find("orders").counters()).hasSize(1);
	}

	@Test
	void aValueThatCountsTheSameInEachStepKeepsItsPlace() {
		MeterRegistry steps = steps();
		Guards.flood((user) -> steps.counter("orders", "user", user).increment());
		Counter counter = steps.counter("orders", "user", "user1");
		for (int step = 0; step < 10; step++) {
			counter.increment();
			epochs(2);
		}
		assertThat(steps.find("orders").tag("user", "user1").counter()).isSameAs(counter);
		assertThat(steps.find("orders").counters()).hasSize(2);
	}

	@Test
	void metersOfACompositeAreReadWhereTheyAreKnown() {
		CompositeMeterRegistry composite = besideThoseThatDoNotKnow();
		Counter held = composite.counter("orders", "user", "held");
		retire(composite);
		held.increment(3);
		this.guards.epochs(1);
		assertThat(held()).isEqualTo(3);
	}

	@Test
	void functionTimersOfACompositeAreReadWhereTheyAreKnown() {
		CompositeMeterRegistry composite = besideThoseThatDoNotKnow();
		Guards.flood((user) -> FunctionTimer.builder("waits", this, (any) -> 2, (any) -> 3, TimeUnit.SECONDS)
			.tag("user", user)
			.register(composite));
		this.guards.epochs(1);
		FunctionTimer other = this.registry.get("waits").tag("user", "other").functionTimer();
		assertThat(other.count()).isEqualTo(2 * (Guards.FLOOD - Guards.ADMITTED));
		assertThat(other.totalTime(TimeUnit.SECONDS)).isEqualTo(3 * (Guards.FLOOD - Guards.ADMITTED));
	}

	/**
	 * A composite asks any of its registries.
	 */
	private CompositeMeterRegistry besideThoseThatDoNotKnow() {
		CompositeMeterRegistry composite = composite(
				Stream.generate(() -> this.guards.guard(OpenTelemetryMeterRegistry.create(OpenTelemetry.noop())))
					.limit(8)
					.toArray(MeterRegistry[]::new));
		composite.add(this.registry);
		return composite;
	}

	private CompositeMeterRegistry composite(MeterRegistry... below) {
		CompositeMeterRegistry composite = this.guards.guard(new CompositeMeterRegistry());
		Stream.of(below).forEach(composite::add);
		return composite;
	}

	private MeterRegistry steps() {
		return this.guards.guard(new SimpleMeterRegistry(new SimpleConfig() {

			@Override
			public CountingMode mode() {
				return CountingMode.STEP;
			}

			@Override
			public Duration step() {
				return STEP;
			}

			@Override
			public @Nullable String get(String key) {
				return null;
			}

		}, this.clock));
	}

	/**
	 * Let all values lose their place.
	 */
	private void retire(MeterRegistry registry) {
		Guards.flood((user) -> registry.counter("orders", "user", user).increment());
		this.guards.epochs(6);
		assertThat(this.registry.find("orders").counters()).hasSize(1);
	}

	/**
	 * End epochs, two in each step.
	 */
	private void epochs(int count) {
		for (int i = 0; i < count; i++) {
			this.clock.add(STEP.dividedBy(2));
			this.guards.epochs(1);
		}
	}

	private double held() {
		return this.registry.get("orders").tag("user", "held").counter().count();
	}

}

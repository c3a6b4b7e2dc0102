package dev.oddkit.observability.cardinality;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import dev.oddkit.observability.cardinality.core.Limits;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a registry holds after a flood of values.
 */
class CardinalityFilterTests {

	private final Guards guards = new Guards();

	private final SimpleMeterRegistry registry = this.guards.guard(new SimpleMeterRegistry());

	@Test
	void countersAreExactAndBounded() {
		Guards.flood((user) -> this.registry.counter("orders", "user", user, "status", "200").increment(2));
		assertThat(this.registry.find("orders").counters()).hasSize(Guards.ADMITTED + 1);
		assertThat(this.registry.get("orders").tag("user", "other").tag("status", "200").counter().count())
			.isEqualTo(2 * (Guards.FLOOD - Guards.ADMITTED));
	}

	@Test
	void timersAndSummariesAreExact() {
		Guards.flood((user) -> this.registry.timer("time", "user", user).record(3, TimeUnit.MILLISECONDS));
		Guards.flood((user) -> this.registry.summary("size", "user", user).record(7));
		assertThat(this.registry.find("time")
			.timers()
			.stream()
			.mapToDouble((timer) -> timer.totalTime(TimeUnit.MILLISECONDS))
			.sum()).isEqualTo(3 * Guards.FLOOD);
		assertThat(this.registry.find("size").summaries().stream().mapToDouble(DistributionSummary::totalAmount).sum())
			.isEqualTo(7 * Guards.FLOOD);
		assertThat(this.registry.getMeters()).hasSize(2 * (Guards.ADMITTED + 1));
	}

	@Test
	void theSumOfATimerHasTheBucketsOfTheOthers() {
		Guards.flood((user) -> Timer.builder("time")
			.serviceLevelObjectives(Duration.ofMillis(5))
			.tag("user", user)
			.register(this.registry)
			.record(3, TimeUnit.MILLISECONDS));
		Timer other = this.registry.get("time").tag("user", "other").timer();
		assertThat(other.takeSnapshot().histogramCounts()).singleElement()
			.satisfies((bucket) -> assertThat(bucket.count()).isEqualTo(Guards.FLOOD - Guards.ADMITTED));
	}

	@Test
	void gaugesAndLongTaskTimersAreRefusedAndCounted() {
		Guards.flood((user) -> Gauge.builder("depth", () -> 1).tag("user", user).register(this.registry));
		Guards.flood((user) -> LongTaskTimer.builder("tasks").tag("user", user).register(this.registry).start());
		assertThat(this.registry.getMeters()).hasSize(2 * Guards.ADMITTED)
			.noneMatch((meter) -> "other".equals(meter.getId().getTag("user")));
		assertThat(this.guards.registries.refused()).isEqualTo(2 * (Guards.FLOOD - Guards.ADMITTED));
	}

	@Test
	void namesAreLimitedAndCountedUnderOneOfTheirType() {
		Guards guards = new Guards(new Limits(64, 100, 16, 256, 16, 2_000, 20_000, 10));
		SimpleMeterRegistry registry = guards.guard(new SimpleMeterRegistry());
		Guards.flood((user) -> registry.counter("counter." + user).increment());
		Guards.flood((user) -> registry.timer("timer." + user).record(1, TimeUnit.SECONDS));
		assertThat(registry.getMeters()).hasSize(12);
		assertThat(registry.get("observability.other.counter").counter().count()).isEqualTo(Guards.FLOOD - 10);
		assertThat(registry.get("observability.other.timer").timer().count()).isEqualTo(Guards.FLOOD);
	}

	@Test
	void theRegistryKeepsNothingOfAFoldedValue() {
		Guards.flood((user) -> this.registry.counter("orders", "user", user).increment());
		Meter.Id folded = this.registry.get("orders").tag("user", "other").counter().getId();
		CardinalityFilter filter = this.guards.registries.filter(this.registry);
		Meter.Id given = Counter.builder("orders").tag("user", "new").register(new SimpleMeterRegistry()).getId();
		assertThat(filter.map(given)).isSameAs(filter.map(given)).isEqualTo(folded);
	}

}

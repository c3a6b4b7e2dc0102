package dev.oddkit.observability.cardinality;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Series that lose their place, and who still holds them.
 */
class RetirementTests {

	private final Guards guards = new Guards();

	private final SimpleMeterRegistry registry = this.guards.guard(new SimpleMeterRegistry());

	@Test
	void aResetKeepsWhatNobodyWouldRegisterAgain() {
		Guards.flood((user) -> this.registry.gauge("depth", Tags.of("user", user), 1));
		Guards.flood((user) -> FunctionCounter.builder("hits", "function", String::length)
			.tag("user", user)
			.register(this.registry));
		this.guards.epochs(1);
		this.guards.retirement.reset();
		assertThat(this.registry.find("depth").gauges()).hasSize(Guards.ADMITTED);
		assertThat(this.registry.find("hits").functionCounters()).hasSize(Guards.ADMITTED + 1);
		assertThat(this.guards.budget.used()).isGreaterThanOrEqualTo(2 * Guards.ADMITTED);
	}

	@Test
	void aValueThatWasTurnedAwayGetsItsSeriesAfterTheFlood() {
		this.registry.counter("orders", "user", "first").increment();
		Guards.flood((user) -> this.registry.counter("orders", "user", user).increment());
		this.registry.counter("orders", "user", "tenant").increment();
		double before = sum(this.registry);
		this.guards.epochs(6);
		assertThat(this.registry.find("orders").counters()).hasSize(1);
		this.registry.counter("orders", "user", "tenant").increment();
		assertThat(this.registry.get("orders").tag("user", "tenant").counter().count()).isEqualTo(1);
		assertThat(this.registry.get("orders").tag("user", "other").counter().count())
			.isEqualTo(before - Guards.ADMITTED);
	}

	@Test
	void theFirstValueThatWasTurnedAwayIsNotTurnedAwayForEver() {
		Guards.flood((user) -> this.registry.counter("orders", "user", user).increment());
		this.guards.epochs(6);
		this.registry.counter("orders", "user", "user" + Guards.ADMITTED).increment();
		assertThat(this.registry.find("orders").tag("user", "user" + Guards.ADMITTED).counter()).isNotNull();
	}

	@Test
	void whatARetiredMeterCountsIsNotLost() {
		Counter held = this.registry.counter("orders", "user", "held");
		Timer timer = this.registry.timer("time", "user", "held");
		Guards.flood((user) -> this.registry.counter("orders", "user", user).increment());
		Guards.flood((user) -> this.registry.timer("time", "user", user).record(1, TimeUnit.SECONDS));
		this.guards.epochs(6);
		assertThat(this.registry.find("orders").tag("user", "held").counter()).isNull();
		held.increment(3);
		timer.record(5, TimeUnit.SECONDS);
		timer.record(5, TimeUnit.SECONDS);
		this.guards.epochs(1);
		assertThat(this.registry.get("orders").tag("user", "held").counter().count()).isEqualTo(3);
		assertThat(this.registry.get("time").tag("user", "held").timer().totalTime(TimeUnit.SECONDS)).isEqualTo(10);
	}

	@Test
	void whatARetiredMeterCountsBeforeItIsLetGoIsNotLost() {
		AtomicReference<@Nullable Counter> held = new AtomicReference<>(retired());
		WeakReference<@Nullable Counter> meter = new WeakReference<>(held.get());
		held.get().increment(3);
		held.set(null);
		System.gc();
		this.guards.epochs(1);
		assertThat(this.registry.get("orders").tag("user", "held").counter().count()).isEqualTo(3);
		this.guards.epochs(4);
		await("a meter that nobody holds any more").until(() -> {
			System.gc();
			return meter.get() == null;
		});
	}

	private Counter retired() {
		Counter held = this.registry.counter("orders", "user", "held");
		Guards.flood((user) -> this.registry.counter("orders", "user", user).increment());
		this.guards.epochs(6);
		assertThat(this.registry.find("orders").tag("user", "held").counter()).isNull();
		return held;
	}

	@Test
	void manyRecordsOnARetiredTimerAreExactWithItsBucketsAndMaximum() {
		Timer held = Timer.builder("time")
			.serviceLevelObjectives(Duration.ofMillis(5))
			.tag("user", "held")
			.register(this.registry);
		Guards.flood((user) -> this.registry.timer("time", "user", user).record(1, TimeUnit.SECONDS));
		this.guards.epochs(6);
		for (int i = 0; i < 20_000; i++) {
			held.record(3, TimeUnit.NANOSECONDS);
		}
		held.record(1, TimeUnit.MINUTES);
		this.guards.epochs(1);
		Timer again = this.registry.get("time").tag("user", "held").timer();
		assertThat(again.count()).isEqualTo(20_001);
		assertThat(again.totalTime(TimeUnit.NANOSECONDS)).isEqualTo(60_000 + 60e9);
		assertThat(again.max(TimeUnit.MINUTES)).isEqualTo(1);
		assertThat(again.takeSnapshot().histogramCounts()).singleElement()
			.satisfies((bucket) -> assertThat(bucket.count()).isEqualTo(20_000));
	}

	@Test
	void resetFreesThePlacesOfKeysThatHadTooFew() {
		this.registry.counter("calm", "user", "one").increment();
		Guards.flood((user) -> this.registry.counter("orders", "user", user).increment());
		this.guards.retirement.reset();
		this.registry.counter("orders", "user", "tenant").increment();
		assertThat(this.registry.get("orders").tag("user", "tenant").counter().count()).isEqualTo(1);
		assertThat(this.registry.find("orders").counters()).hasSize(2);
		assertThat(this.registry.get("calm").tag("user", "one").counter().count()).isEqualTo(1);
	}

	@Test
	void aSeriesThatMovesKeepsItsPlace() {
		Guards.flood((user) -> this.registry.counter("orders", "user", user).increment());
		for (int epoch = 0; epoch < 10; epoch++) {
			this.registry.counter("orders", "user", "user1").increment();
			this.guards.epochs(1);
		}
		assertThat(this.registry.get("orders").tag("user", "user1").counter().count()).isEqualTo(11);
	}

	@Test
	void aValueWhoseOtherLabelsAreAllFoldedKeepsItsPlaceWhileItMoves() {
		flood("acme");
		for (int epoch = 0; epoch < 10; epoch++) {
			String user = "new" + epoch + "-";
			IntStream.range(0, 100)
				.forEach((i) -> this.registry.counter("orders", "tenant", "acme", "user", user + i).increment());
			this.guards.epochs(1);
		}
		assertThat(this.registry.get("orders").tag("tenant", "acme").tag("user", "other").counter().count())
			.isEqualTo(Guards.FLOOD - Guards.ADMITTED + 10 * 100);
	}

	@Test
	void aSeriesOfAValueThatLostItsPlaceIsRemovedThoughItsOtherLabelsAreFolded() {
		flood("acme");
		Counter held = this.registry.counter("orders", "tenant", "tuser1", "user", "new");
		for (int epoch = 0; epoch < 200; epoch++) {
			String tenant = "short-lived" + epoch;
			IntStream.range(0, 200)
				.forEach(
						(i) -> this.registry.counter("orders", "tenant", tenant, "user", tenant + "-" + i).increment());
			this.guards.epochs(1);
		}
		double before = sum(this.registry);
		assertThat(this.registry.find("orders").counters()).hasSizeLessThan(100);
		held.increment(3);
		this.guards.epochs(1);
		assertThat(sum(this.registry)).isEqualTo(before + 3);
	}

	@Test
	void aRetiredSummaryIsForwardedWithItsScale() {
		DistributionSummary held = summary("held");
		Guards.flood((user) -> summary(user).record(1));
		this.guards.epochs(6);
		assertThat(this.registry.find("size").tag("user", "held").summary()).isNull();
		held.record(5);
		this.guards.epochs(1);
		held.record(7);
		summary("held").record(9);
		this.guards.epochs(1);
		assertThat(this.registry.get("size").tag("user", "held").summary().totalAmount()).isEqualTo(21_000);
		assertThat(this.registry.get("size").tag("user", "other").summary().totalAmount())
			.isEqualTo(1_000.0 * (Guards.FLOOD - Guards.ADMITTED + 1));
	}

	@Test
	void theFirstSummaryThatWasTurnedAwayIsNotTurnedAwayForEver() {
		Guards.flood((user) -> summary(user).record(1));
		DistributionSummary turnedAway = summary("user" + Guards.ADMITTED);
		this.guards.epochs(6);
		summary("user" + Guards.ADMITTED).record(2);
		turnedAway.record(3);
		assertThat(this.registry.get("size").tag("user", "user" + Guards.ADMITTED).summary().totalAmount())
			.isEqualTo(2_000);
		assertThat(this.registry.get("size").tag("user", "other").summary().totalAmount())
			.isEqualTo(1_000.0 * (Guards.FLOOD - Guards.ADMITTED + 3));
	}

	@Test
	void aFunctionThatStandsStillIsNotLost() {
		List<AtomicLong> functions = new ArrayList<>();
		Guards.flood((user) -> {
			functions.add(new AtomicLong(1));
			FunctionCounter.builder("hits", functions.get(functions.size() - 1), AtomicLong::get)
				.tag("user", user)
				.register(this.registry);
		});
		this.guards.epochs(6);
		functions.forEach((function) -> function.set(2));
		this.guards.epochs(1);
		assertThat(this.registry.find("hits").functionCounters().stream().mapToDouble(FunctionCounter::count).sum())
			.isEqualTo(2 * Guards.FLOOD);
	}

	private DistributionSummary summary(String user) {
		return DistributionSummary.builder("size").tag("user", user).scale(1_000).register(this.registry);
	}

	private void flood(String tenant) {
		Guards.flood((user) -> this.registry.counter("orders", "tenant", tenant, "user", user).increment());
		Guards.flood((other) -> this.registry.counter("orders", "tenant", "t" + other, "user", "u").increment());
	}

	private static double sum(MeterRegistry registry) {
		return registry.find("orders").counters().stream().mapToDouble(Counter::count).sum();
	}

}

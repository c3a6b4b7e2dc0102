package dev.oddkit.observability.cardinality;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;

import dev.oddkit.observability.cardinality.core.Limits;
import io.micrometer.core.annotation.Counted;
import io.micrometer.core.annotation.Timed;
import io.micrometer.core.aop.CountedAspect;
import io.micrometer.core.aop.TimedAspect;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.aspectj.lang.ProceedingJoinPoint;
import org.junit.jupiter.api.Test;

import org.springframework.aop.aspectj.annotation.AspectJProxyFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a registry holds after a flood of values.
 */
class CardinalityFilterTests {

	private static final int FLOOD = 1_000;

	private static final int ADMITTED = 64;

	private final Guards guards = new Guards();

	private final SimpleMeterRegistry registry = this.guards.guard(new SimpleMeterRegistry());

	@Test
	void countersAreExactAndBounded() {
		flood((user) -> this.registry.counter("orders", "user", user, "status", "200").increment(2));
		assertThat(this.registry.find("orders").counters()).hasSize(ADMITTED + 1);
		assertThat(this.registry.get("orders").tag("user", "other").tag("status", "200").counter().count())
			.isEqualTo(2 * (FLOOD - ADMITTED));
	}

	@Test
	void timersAndSummariesAreExact() {
		flood((user) -> this.registry.timer("time", "user", user).record(3, TimeUnit.MILLISECONDS));
		flood((user) -> this.registry.summary("size", "user", user).record(7));
		assertThat(this.registry.find("time")
			.timers()
			.stream()
			.mapToDouble((timer) -> timer.totalTime(TimeUnit.MILLISECONDS))
			.sum()).isEqualTo(3 * FLOOD);
		assertThat(this.registry.find("size").summaries().stream().mapToDouble(DistributionSummary::totalAmount).sum())
			.isEqualTo(7 * FLOOD);
		assertThat(this.registry.getMeters()).hasSize(2 * (ADMITTED + 1));
	}

	@Test
	void theSumOfATimerHasTheBucketsOfTheOthers() {
		flood((user) -> Timer.builder("time")
			.serviceLevelObjectives(Duration.ofMillis(5))
			.tag("user", user)
			.register(this.registry)
			.record(3, TimeUnit.MILLISECONDS));
		Timer other = this.registry.get("time").tag("user", "other").timer();
		assertThat(other.takeSnapshot().histogramCounts()).singleElement()
			.satisfies((bucket) -> assertThat(bucket.count()).isEqualTo(FLOOD - ADMITTED));
	}

	@Test
	void functionsOfCountersAndTimersAreSummed() {
		List<AtomicLong> functions = new ArrayList<>();
		flood((user) -> {
			AtomicLong function = new AtomicLong(1);
			functions.add(function);
			FunctionCounter.builder("hits", function, AtomicLong::get).tag("user", user).register(this.registry);
			FunctionTimer.builder("waits", function, AtomicLong::get, AtomicLong::get, TimeUnit.SECONDS)
				.tag("user", user)
				.register(this.registry);
		});
		functions.forEach((function) -> function.set(5));
		this.guards.epochs(1);
		assertThat(this.registry.find("hits").functionCounters()).hasSize(ADMITTED + 1);
		assertThat(this.registry.get("hits").tag("user", "other").functionCounter().count())
			.isEqualTo(5 * (FLOOD - ADMITTED));
		assertThat(this.registry.get("waits").tag("user", "other").functionTimer().totalTime(TimeUnit.SECONDS))
			.isEqualTo(5 * (FLOOD - ADMITTED));
	}

	@Test
	void functionsAndCountersOfOneNameNeverThrow() {
		AtomicLong function = new AtomicLong(1);
		flood((user) -> this.registry.counter("mixed", "user", user).increment());
		this.guards.epochs(1);
		for (int i = 0; i < 10; i++) {
			FunctionCounter.builder("mixed", function, AtomicLong::get).tag("user", "f" + i).register(this.registry);
			this.registry.counter("mixed", "user", "late" + i).increment();
		}
		this.guards.epochs(1);
		assertThat(this.registry.find("mixed").counters().stream().mapToDouble(Counter::count).sum())
			.isEqualTo(FLOOD + 10);
	}

	@Test
	void gaugesAndLongTaskTimersAreRefusedAndCounted() {
		flood((user) -> Gauge.builder("depth", () -> 1).tag("user", user).register(this.registry));
		flood((user) -> LongTaskTimer.builder("tasks").tag("user", user).register(this.registry).start());
		assertThat(this.registry.getMeters()).hasSize(2 * ADMITTED)
			.noneMatch((meter) -> "other".equals(meter.getId().getTag("user")));
		assertThat(this.guards.registries.refused()).isEqualTo(2 * (FLOOD - ADMITTED));
	}

	@Test
	void namesAreLimitedAndCountedUnderOneOfTheirType() {
		Guards guards = new Guards(new Limits(64, 100, 16, 256, 16, 2_000, 20_000, 10));
		SimpleMeterRegistry registry = guards.guard(new SimpleMeterRegistry());
		flood((user) -> registry.counter("counter." + user).increment());
		flood((user) -> registry.timer("timer." + user).record(1, TimeUnit.SECONDS));
		assertThat(registry.getMeters()).hasSize(12);
		assertThat(registry.get("observability.other.counter").counter().count()).isEqualTo(FLOOD - 10);
		assertThat(registry.get("observability.other.timer").timer().count()).isEqualTo(FLOOD);
	}

	@Test
	void totalsAreExactInACompositeAndItsChildren() {
		CompositeMeterRegistry composite = this.guards.guard(new CompositeMeterRegistry());
		composite.add(this.registry);
		flood((user) -> composite.counter("orders", "user", user).increment());
		SimpleMeterRegistry late = this.guards.guard(new SimpleMeterRegistry());
		composite.add(late);
		flood((user) -> composite.counter("orders", "user", user).increment());
		assertThat(composite.find("orders").counters()).hasSize(ADMITTED + 1);
		assertThat(sum(this.registry)).isEqualTo(2 * FLOOD);
		assertThat(sum(late)).isEqualTo(FLOOD);
	}

	@Test
	void aValueThatWasTurnedAwayGetsItsSeriesAfterTheFlood() {
		this.registry.counter("orders", "user", "first").increment();
		flood((user) -> this.registry.counter("orders", "user", user).increment());
		this.registry.counter("orders", "user", "tenant").increment();
		double before = sum(this.registry);
		this.guards.epochs(6);
		assertThat(this.registry.find("orders").counters()).hasSize(1);
		this.registry.counter("orders", "user", "tenant").increment();
		assertThat(this.registry.get("orders").tag("user", "tenant").counter().count()).isEqualTo(1);
		assertThat(this.registry.get("orders").tag("user", "other").counter().count()).isEqualTo(before - ADMITTED);
	}

	@Test
	void theFirstValueThatWasTurnedAwayIsNotTurnedAwayForEver() {
		flood((user) -> this.registry.counter("orders", "user", user).increment());
		this.guards.epochs(6);
		this.registry.counter("orders", "user", "user" + ADMITTED).increment();
		assertThat(this.registry.find("orders").tag("user", "user" + ADMITTED).counter()).isNotNull();
	}

	@Test
	void whatARetiredMeterCountsIsNotLost() {
		Counter held = this.registry.counter("orders", "user", "held");
		Timer timer = this.registry.timer("time", "user", "held");
		flood((user) -> this.registry.counter("orders", "user", user).increment());
		flood((user) -> this.registry.timer("time", "user", user).record(1, TimeUnit.SECONDS));
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
	void aSeriesThatMovesKeepsItsPlace() {
		flood((user) -> this.registry.counter("orders", "user", user).increment());
		for (int epoch = 0; epoch < 10; epoch++) {
			this.registry.counter("orders", "user", "user1").increment();
			this.guards.epochs(1);
		}
		assertThat(this.registry.get("orders").tag("user", "user1").counter().count()).isEqualTo(11);
	}

	@Test
	void metersOfAProviderAreExactAndBounded() {
		Meter.MeterProvider<Counter> orders = Counter.builder("orders").withRegistry(this.registry);
		Meter.MeterProvider<Timer> time = Timer.builder("time").withRegistry(this.registry);
		flood((user) -> orders.withTag("user", user).increment());
		flood((user) -> time.withTags("user", user).record(1, TimeUnit.SECONDS));
		assertThat(this.registry.getMeters()).hasSize(2 * (ADMITTED + 1));
		assertThat(sum(this.registry)).isEqualTo(FLOOD);
		assertThat(this.registry.get("time").tag("user", "other").timer().totalTime(TimeUnit.SECONDS))
			.isEqualTo(FLOOD - ADMITTED);
	}

	@Test
	void annotatedMethodsAreExactAndBounded() {
		Function<ProceedingJoinPoint, Iterable<Tag>> tags = (call) -> Tags.of("user", (String) call.getArgs()[0]);
		AspectJProxyFactory factory = new AspectJProxyFactory(new Annotated());
		factory.addAspect(new TimedAspect(this.registry, tags));
		factory.addAspect(new CountedAspect(this.registry, tags));
		Annotated annotated = factory.getProxy();
		flood(annotated::work);
		assertThat(sum(this.registry)).isEqualTo(FLOOD);
		assertThat(this.registry.find("orders").counters()).hasSize(ADMITTED + 1);
		assertThat(this.registry.find("time").timers()).hasSize(ADMITTED + 1);
		assertThat(this.registry.get("time").tag("user", "other").timer().count()).isEqualTo(FLOOD - ADMITTED);
	}

	@Test
	void aBinderThatRegistersLateIsSummed() {
		AtomicLong function = new AtomicLong(1);
		flood((user) -> this.registry.counter("orders", "user", user).increment());
		this.guards.epochs(6);
		MeterBinder late = (to) -> flood((user) -> FunctionCounter.builder("pool.hits", function, AtomicLong::get)
			.tag("user", user)
			.register(to));
		late.bindTo(this.registry);
		function.set(3);
		this.guards.epochs(1);
		assertThat(this.registry.find("pool.hits").functionCounters()).hasSize(ADMITTED + 1);
		assertThat(this.registry.get("pool.hits").tag("user", "other").functionCounter().count())
			.isEqualTo(3 * (FLOOD - ADMITTED));
	}

	@Test
	void theRegistryKeepsNothingOfAFoldedValue() {
		flood((user) -> this.registry.counter("orders", "user", user).increment());
		Meter.Id folded = this.registry.get("orders").tag("user", "other").counter().getId();
		CardinalityFilter filter = this.guards.registries.filter(this.registry);
		Meter.Id given = Counter.builder("orders").tag("user", "new").register(new SimpleMeterRegistry()).getId();
		assertThat(filter.map(given)).isSameAs(filter.map(given)).isEqualTo(folded);
	}

	private static double sum(MeterRegistry registry) {
		return registry.find("orders").counters().stream().mapToDouble(Counter::count).sum();
	}

	private static void flood(java.util.function.Consumer<String> meter) {
		IntStream.range(0, FLOOD).forEach((user) -> meter.accept("user" + user));
	}

	static class Annotated {

		@Timed("time")
		@Counted("orders")
		void work(String user) {
		}

	}

}

package dev.oddkit.observability.cardinality;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import dev.oddkit.observability.cardinality.core.Limits;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Functions that have no series of their own.
 */
class FunctionSumsTests {

	private final Guards guards = new Guards();

	private final SimpleMeterRegistry registry = this.guards.guard(new SimpleMeterRegistry());

	@Test
	void functionsOfCountersAndTimersAreSummed() {
		List<AtomicLong> functions = new ArrayList<>();
		Guards.flood((user) -> {
			AtomicLong function = new AtomicLong(1);
			functions.add(function);
			FunctionCounter.builder("hits", function, AtomicLong::get).tag("user", user).register(this.registry);
			FunctionTimer.builder("waits", function, AtomicLong::get, AtomicLong::get, TimeUnit.SECONDS)
				.tag("user", user)
				.register(this.registry);
		});
		functions.forEach((function) -> function.set(5));
		this.guards.epochs(1);
		assertThat(this.registry.find("hits").functionCounters()).hasSize(Guards.ADMITTED + 1);
		assertThat(this.registry.get("hits").tag("user", "other").functionCounter().count())
			.isEqualTo(5 * (Guards.FLOOD - Guards.ADMITTED));
		assertThat(this.registry.get("waits").tag("user", "other").functionTimer().totalTime(TimeUnit.SECONDS))
			.isEqualTo(5 * (Guards.FLOOD - Guards.ADMITTED));
	}

	@Test
	void aSumNeverFallsWhenAFunctionStartsAgain() {
		AtomicLong function = new AtomicLong(7);
		Guards.flood((user) -> FunctionCounter.builder("hits", function, AtomicLong::get)
			.tag("user", user)
			.register(this.registry));
		this.guards.epochs(1);
		FunctionCounter other = this.registry.get("hits").tag("user", "other").functionCounter();
		assertThat(other.count()).isEqualTo(7 * (Guards.FLOOD - Guards.ADMITTED));
		function.set(2);
		assertThat(other.count()).isEqualTo(9 * (Guards.FLOOD - Guards.ADMITTED));
	}

	@Test
	void aFunctionBesidePlainCountersOfItsNameCountsOnTheirs() {
		AtomicLong function = new AtomicLong(5);
		Guards.flood((user) -> this.registry.counter("mixed", "user", user).increment());
		this.guards.epochs(1);
		FunctionCounter.builder("mixed", function, AtomicLong::get).tag("user", "function").register(this.registry);
		this.registry.counter("mixed", "user", "late").increment();
		this.guards.epochs(1);
		function.set(8);
		this.guards.epochs(1);
		assertThat(counted("mixed")).isEqualTo(Guards.FLOOD + 1 + 8);
	}

	@Test
	void aFunctionOfTheNameThatAnotherThreadFloodsIsNotMistakenForACounter() {
		Guards.flood((user) -> this.registry.counter("mixed", "user", user).increment());
		CompletableFuture
			.runAsync(() -> FunctionCounter.builder("mixed", this, (any) -> 8)
				.tag("user", "function")
				.register(this.registry), (work) -> new Thread(work).start())
			.join();
		this.guards.epochs(1);
		assertThat(counted("mixed")).isEqualTo(Guards.FLOOD + 8);
	}

	@Test
	void aFunctionOfTheNameThatItsOwnThreadFloodsIsNotMistakenForACounter() {
		Guards.flood((user) -> this.registry.counter("mixed", "user", user).increment());
		FunctionCounter.builder("mixed", this, (any) -> 8).tag("user", "function").register(this.registry);
		this.guards.epochs(1);
		assertThat(counted("mixed")).isEqualTo(Guards.FLOOD + 8);
	}

	@Test
	void theSumOfFunctionTimersStaysWhenAnotherLabelLosesItsPlace() {
		AtomicLong function = new AtomicLong(1);
		Guards.flood(
				(user) -> FunctionTimer.builder("waits", function, AtomicLong::get, AtomicLong::get, TimeUnit.SECONDS)
					.tags("user", user, "tenant", user)
					.register(this.registry));
		Guards.flood(
				(user) -> FunctionTimer.builder("waits", function, AtomicLong::get, AtomicLong::get, TimeUnit.SECONDS)
					.tags("user", "late" + user, "tenant", "user1")
					.register(this.registry));
		this.guards.epochs(1);
		this.guards.retirement.reset();
		function.set(2);
		this.guards.epochs(1);
		assertThat(this.registry.get("waits").tag("tenant", "user1").tag("user", "other").functionTimer().count())
			.isEqualTo(2 * Guards.FLOOD);
	}

	@Test
	void aPlainCounterBesideFunctionsOfItsNameCountsWithThem() {
		AtomicLong function = new AtomicLong(1);
		Guards.flood((user) -> FunctionCounter.builder("mixed", function, AtomicLong::get)
			.tag("user", user)
			.register(this.registry));
		this.guards.epochs(1);
		this.registry.counter("mixed", "user", "plain").increment(3);
		function.set(2);
		this.guards.epochs(1);
		assertThat(this.registry.get("mixed").tag("user", "other").counter().count())
			.isEqualTo(2 * (Guards.FLOOD - Guards.ADMITTED) + 3);
	}

	@Test
	void aFunctionTimerBesidePlainTimersOfItsNameIsExact() {
		Guards.flood((user) -> this.registry.timer("mixed", "user", user).record(1, TimeUnit.SECONDS));
		this.guards.epochs(1);
		FunctionTimer.builder("mixed", this, (any) -> 3, (any) -> 10, TimeUnit.SECONDS)
			.tag("user", "function")
			.register(this.registry);
		this.guards.epochs(2);
		assertThat(this.registry.get("mixed").tag("user", "other").timer()).satisfies((timer) -> {
			assertThat(timer.count()).isEqualTo(Guards.FLOOD - Guards.ADMITTED + 3);
			assertThat(timer.totalTime(TimeUnit.SECONDS)).isEqualTo(Guards.FLOOD - Guards.ADMITTED + 10);
		});
	}

	@Test
	void functionsAndCountersWithoutANameShareOneMeter() {
		Guards guards = new Guards(new Limits(64, 100, 16, 256, 16, 2_000, 20_000, 10));
		SimpleMeterRegistry registry = guards.guard(new SimpleMeterRegistry());
		Guards.flood((user) -> {
			FunctionCounter.builder("function." + user, this, (any) -> 2).register(registry);
			registry.counter("counter." + user).increment();
		});
		guards.epochs(1);
		assertThat(registry.get("observability.other.counter").counter().count()).isEqualTo(995 * 3);
	}

	@Test
	void aBinderThatRegistersLateIsSummed() {
		AtomicLong function = new AtomicLong(1);
		Guards.flood((user) -> this.registry.counter("orders", "user", user).increment());
		this.guards.epochs(6);
		MeterBinder late = (to) -> Guards
			.flood((user) -> FunctionCounter.builder("pool.hits", function, AtomicLong::get)
				.tag("user", user)
				.register(to));
		late.bindTo(this.registry);
		function.set(3);
		this.guards.epochs(1);
		assertThat(this.registry.find("pool.hits").functionCounters()).hasSize(Guards.ADMITTED + 1);
		assertThat(this.registry.get("pool.hits").tag("user", "other").functionCounter().count())
			.isEqualTo(3 * (Guards.FLOOD - Guards.ADMITTED));
	}

	@Test
	void aFunctionThatIsSummedIsNotCountedAgainWhenOneOfItsLabelsGetsItsPlace() {
		Runnable function = () -> FunctionCounter.builder("mixed", this, (any) -> 8)
			.tags("tenant", "late", "user", "other")
			.register(this.registry);
		Guards.flood((user) -> this.registry.counter("mixed", "tenant", "t" + user, "user", user).increment());
		function.run();
		this.guards.epochs(6);
		Guards.flood((user) -> this.registry.counter("mixed", "tenant", "busy", "user", user).increment());
		function.run();
		this.guards.epochs(1);
		assertThat(counted("mixed")
				+ this.registry.find("mixed").functionCounters().stream().mapToDouble(FunctionCounter::count).sum())
			.isEqualTo(2 * Guards.FLOOD - Guards.ADMITTED + 8);
	}

	private double counted(String name) {
		return this.registry.find(name).counters().stream().mapToDouble(Counter::count).sum();
	}

}

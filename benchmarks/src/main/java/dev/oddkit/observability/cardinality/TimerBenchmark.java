package dev.oddkit.observability.cardinality;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * A timer that is looked up and recorded.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TimerBenchmark {

	private static void time(MeterRegistry registry, String user) {
		Timer.builder("time")
			.tag("status", "200")
			.tag("user", user)
			.register(registry)
			.record(1, TimeUnit.MILLISECONDS);
	}

	/** The value has its series. */
	@Benchmark
	public void hit(Shop shop, Users users) {
		time(shop.registry, users.known());
	}

	/** The value is beyond the limit. */
	@Benchmark
	public void over(Shop shop, Users users) {
		time(shop.registry, users.fresh());
	}

	/**
	 * A registry whose limit is reached.
	 */
	@State(Scope.Benchmark)
	public static class Shop {

		/** The set-up; {@code none}, which has no limit, is for hits only. */
		@Param({ "guard", "fold" })
		public String setup;

		MeterRegistry registry;

		/**
		 * Reach the limit.
		 * @param benchmark what is measured
		 */
		@Setup
		public void fill(BenchmarkParams benchmark) {
			this.registry = Setups.registry(this.setup);
			Setups.fill(benchmark, (user) -> time(this.registry, user));
		}

	}

}

package dev.oddkit.observability.cardinality;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import com.netflix.spectator.api.DefaultRegistry;
import com.netflix.spectator.api.Registry;
import com.netflix.spectator.api.patterns.CardinalityLimiters;
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
 * Spectator's limiters before its own registry, beyond the limit.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SpectatorBenchmark {

	/** The value is beyond the limit. */
	@Benchmark
	public void over(Shop shop, Users users) {
		shop.count(users.fresh());
	}

	/**
	 * A registry whose limit is reached.
	 */
	@State(Scope.Benchmark)
	public static class Shop {

		private final Registry registry = new DefaultRegistry();

		/** The limiter. */
		@Param({ "spectatorFirst", "spectatorMostFrequent" })
		public String setup;

		private Function<String, String> limiter;

		/**
		 * Reach the limit.
		 * @param benchmark what is measured
		 */
		@Setup
		public void fill(BenchmarkParams benchmark) {
			this.limiter = "spectatorFirst".equals(this.setup) ? CardinalityLimiters.first(Setups.LIMIT)
					: CardinalityLimiters.mostFrequent(Setups.LIMIT);
			Setups.fill(benchmark, this::count);
		}

		void count(String user) {
			this.registry.counter("orders", "status", "200", "user", this.limiter.apply(user)).increment();
		}

	}

}

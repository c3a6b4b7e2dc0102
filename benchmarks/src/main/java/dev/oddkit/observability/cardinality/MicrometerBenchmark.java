package dev.oddkit.observability.cardinality;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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
 * A counter that is looked up and incremented, as code does whose labels come with the
 * request. {@code hit}: the value has its series. {@code over}: the limit is reached and
 * every value is new to the registry.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MicrometerBenchmark {

	private static void count(MeterRegistry registry, String user) {
		Counter.builder("orders").tag("status", "200").tag("user", user).register(registry).increment();
	}

	/** The value has its series. */
	@Benchmark
	public void hit(Shop shop, Users users) {
		count(shop.registry, users.known());
	}

	/** The value has its series, and no limit was ever reached. */
	@Benchmark
	public void hitCalm(Shop shop, Users users) {
		count(shop.registry, users.known());
	}

	/** The value is beyond the limit. */
	@Benchmark
	public void over(Shop shop, Users users) {
		count(shop.registry, users.fresh());
	}

	/** The same while a span records, which is told the value. */
	@Benchmark
	public void overInSpan(Shop shop, Users users, RecordingSpan span) {
		count(shop.registry, users.fresh());
	}

	/**
	 * A registry whose limit is reached.
	 */
	@State(Scope.Benchmark)
	public static class Shop {

		/** The set-up; {@code none}, which has no limit, is for hits only. */
		@Param({ "guard", "fold", "maximumAllowableTags", "deny", "ignoreTags" })
		public String setup;

		MeterRegistry registry;

		/**
		 * Reach the limit.
		 * @param benchmark what is measured
		 */
		@Setup
		public void fill(BenchmarkParams benchmark) {
			this.registry = Setups.registry(this.setup);
			Setups.fill(benchmark, (user) -> count(this.registry, user));
		}

	}

}

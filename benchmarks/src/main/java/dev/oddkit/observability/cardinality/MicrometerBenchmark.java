package dev.oddkit.observability.cardinality;

import java.util.concurrent.TimeUnit;

import com.netflix.spectator.api.DefaultRegistry;
import com.netflix.spectator.api.Registry;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A counter that is looked up and incremented, as code does whose labels come with the
 * request. {@code hit}: the value has its series. {@code over}: the limit is reached and
 * every value is new to the registry.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(3)
public class MicrometerBenchmark {

	private static void count(MeterRegistry registry, String user) {
		Counter.builder("orders").tag("status", "200").tag("user", user).register(registry).increment();
	}

	/**
	 * The value has its series.
	 */
	@Benchmark
	public void hit(Shop shop, Users users) {
		count(shop.registry, users.known());
	}

	/**
	 * The value is beyond the limit; {@code none} has none and is measured in hits only.
	 */
	@Benchmark
	public void over(Shop shop, Users users) {
		count(shop.registry, "none".equals(shop.setup) ? users.known() : users.fresh());
	}

	/**
	 * Spectator, beyond the limit.
	 */
	@Benchmark
	public void spectatorOver(Spectator spectator, Users users) {
		spectator.registry.counter("orders", "status", "200", "user", spectator.limiter.apply(users.fresh()))
			.increment();
	}

	/**
	 * What is measured with every set-up.
	 */
	@State(Scope.Benchmark)
	public static class Shop {

		/** The set-up. */
		@Param({ "none", "guard", "maximumAllowableTags", "deny", "ignoreTags", "fold" })
		public String setup;

		MeterRegistry registry;

		/** Reach the limit. */
		@Setup
		public void fill() {
			this.registry = Setups.registry(this.setup);
			for (int i = 0; i < Setups.LIMIT; i++) {
				count(this.registry, "user" + i);
			}
			if (!"none".equals(this.setup)) {
				for (int i = 0; i < 10_000; i++) {
					count(this.registry, "flood" + i);
				}
			}
		}

	}

	/**
	 * The values of one thread. They are made before, so that none of the time is theirs.
	 */
	@State(Scope.Thread)
	public static class Users {

		private static final int NEW = 1 << 17;

		private final String[] known = new String[32];

		private final String[] fresh = new String[NEW];

		private int next;

		/** Make them. */
		@Setup(Level.Trial)
		public void make() {
			for (int i = 0; i < this.known.length; i++) {
				this.known[i] = "user" + i;
			}
			for (int i = 0; i < NEW; i++) {
				this.fresh[i] = "new-" + Thread.currentThread().getId() + "-" + i;
				this.fresh[i].hashCode();
			}
		}

		String known() {
			return this.known[this.next++ & (this.known.length - 1)];
		}

		String fresh() {
			return this.fresh[this.next++ & (NEW - 1)];
		}

	}

	/**
	 * Spectator with a limiter of the first hundred values, for comparison.
	 */
	@State(Scope.Benchmark)
	public static class Spectator {

		final Registry registry = new DefaultRegistry();

		final java.util.function.Function<String, String> limiter = com.netflix.spectator.api.patterns.CardinalityLimiters
			.first(Setups.LIMIT);

	}

}

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

/**
 * A counter that is looked up by values which all have the same hash code, as somebody
 * would send who wants to slow a service down.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AttackBenchmark {

	private static final int VALUES = 4_096;

	/** One lookup. */
	@Benchmark
	public void collide(Shop shop) {
		shop.count(shop.next++ & (VALUES - 1));
	}

	/**
	 * A registry that has seen all of them.
	 */
	@State(Scope.Benchmark)
	public static class Shop {

		private final String[] users = new String[VALUES];

		/** The set-up. */
		@Param({ "none", "guard" })
		public String setup;

		private MeterRegistry registry;

		private int next;

		/** Make the values: "Aa" and "BB" have the same hash code. */
		@Setup
		public void fill() {
			this.registry = Setups.registry(this.setup);
			for (int i = 0; i < VALUES; i++) {
				StringBuilder user = new StringBuilder();
				for (int bit = 0; bit < 12; bit++) {
					user.append((((i >> bit) & 1) == 0) ? "Aa" : "BB");
				}
				this.users[i] = user.toString();
				count(i);
			}
		}

		void count(int user) {
			Counter.builder("orders").tag("user", this.users[user]).register(this.registry).increment();
		}

	}

}

package dev.oddkit.observability.cardinality;

import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.SdkMeterProviderBuilder;
import io.opentelemetry.sdk.metrics.View;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A counter of the OpenTelemetry API: the SDK with its own limit, with a View that drops
 * the key, and behind the guard.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OpenTelemetryBenchmark {

	private static final AttributeKey<String> STATUS = AttributeKey.stringKey("status");

	private static final AttributeKey<String> USER = AttributeKey.stringKey("user");

	private static void count(LongCounter counter, String user) {
		counter.add(1, Attributes.of(STATUS, "200", USER, user));
	}

	/** The value has its series. */
	@Benchmark
	public void hit(Shop shop, Users users) {
		count(shop.counter, users.known());
	}

	/** The value has its series, and no limit was ever reached. */
	@Benchmark
	public void hitCalm(Shop shop, Users users) {
		count(shop.counter, users.known());
	}

	/** The value is beyond the limit. */
	@Benchmark
	public void over(Shop shop, Users users) {
		count(shop.counter, users.fresh());
	}

	/** The same while a span records, which is told the value. */
	@Benchmark
	public void overInSpan(Shop shop, Users users, RecordingSpan span) {
		count(shop.counter, users.fresh());
	}

	/**
	 * A counter whose limit is reached.
	 */
	@State(Scope.Benchmark)
	public static class Shop {

		/** The set-up. */
		@Param({ "sdk", "view", "guard" })
		public String setup;

		LongCounter counter;

		/**
		 * Reach the limit.
		 * @param benchmark what is measured
		 * @param blackhole takes what nobody needs
		 */
		@Setup
		public void fill(BenchmarkParams benchmark, Blackhole blackhole) {
			blackhole.consume(Setups.hashAsAnApplication());
			SdkMeterProviderBuilder provider = SdkMeterProvider.builder().registerMetricReader(new IdleReader());
			if ("view".equals(this.setup)) {
				provider.registerView(InstrumentSelector.builder().setName("*").build(),
						View.builder().setAttributeFilter(Set.of("status")).build());
			}
			OpenTelemetry sdk = OpenTelemetrySdk.builder().setMeterProvider(provider.build()).build();
			OpenTelemetry used = "guard".equals(this.setup) ? Setups.guarded(sdk) : sdk;
			this.counter = used.getMeter("shop").counterBuilder("orders").build();
			Setups.fill(benchmark, (user) -> count(this.counter, user));
		}

	}

}

package dev.oddkit.observability.cardinality;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
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
 * An observation from start to stop, with a meter and a span.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ObservationBenchmark {

	private static void observe(ObservationRegistry registry, String user) {
		Observation.createNotStarted("orders", registry)
			.lowCardinalityKeyValue("status", "200")
			.lowCardinalityKeyValue("user", user)
			.start()
			.stop();
	}

	/** The value has its series. */
	@Benchmark
	public void hit(Shop shop, Users users) {
		observe(shop.registry, users.known());
	}

	/** The value is beyond the limit. */
	@Benchmark
	public void over(Shop shop, Users users) {
		observe(shop.registry, users.fresh());
	}

	/**
	 * Observations whose meters have reached the limit.
	 */
	@State(Scope.Benchmark)
	public static class Shop {

		/** The set-up; {@code none}, which has no limit, is for hits only. */
		@Param({ "guard", "fold" })
		public String setup;

		final ObservationRegistry registry = ObservationRegistry.create();

		/**
		 * Reach the limit.
		 * @param benchmark what is measured
		 */
		@Setup
		public void fill(BenchmarkParams benchmark) {
			MeterRegistry meters = Setups.registry(this.setup);
			OtelTracer tracer = new OtelTracer(SdkTracerProvider.builder().build().get("shop"),
					new OtelCurrentTraceContext(), (event) -> {
					});
			this.registry.observationConfig()
				.observationHandler(new DefaultMeterObservationHandler(meters))
				.observationHandler(new DefaultTracingObservationHandler(tracer));
			if ("guard".equals(this.setup)) {
				this.registry.observationConfig().observationHandler(new ObservationStops(Setups.NOTES));
			}
			Setups.fill(benchmark, (user) -> observe(this.registry, user));
		}

	}

}

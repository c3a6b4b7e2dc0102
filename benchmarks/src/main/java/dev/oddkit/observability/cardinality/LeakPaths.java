package dev.oddkit.observability.cardinality;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

import dev.oddkit.observability.cardinality.core.CardinalityGuard;
import dev.oddkit.observability.cardinality.core.GuardListener;
import dev.oddkit.observability.cardinality.core.Limits;
import dev.oddkit.observability.cardinality.core.SeriesBudget;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;

/**
 * The ways by which a value that is new each time can reach a registry or the SDK.
 */
class LeakPaths {

	static final Set<String> NAMES = new LeakPaths().all().keySet();

	private static final AttributeKey<String> USER = AttributeKey.stringKey("user");

	private static final int BATCH = 1_000;

	private final GuardedRegistries guards = new GuardedRegistries(
			new CardinalityGuard<>(() -> Limits.DEFAULT, new SeriesBudget(20_000), GuardListener.SILENT),
			new SpanNotes(true));

	private final InstrumentGuards instruments = new InstrumentGuards(
			new CardinalityGuard<>(() -> Limits.DEFAULT, new SeriesBudget(20_000), GuardListener.SILENT),
			new SpanNotes(true));

	private final Retirement retirement = new Retirement(this.guards, 4);

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final CompositeMeterRegistry composite = new CompositeMeterRegistry();

	LeakPaths() {
		this.guards.guard(this.registry);
		this.guards.guard(this.composite);
	}

	IntConsumer named(String name) {
		Supplier<IntConsumer> path = all().get(name);
		if (path == null) {
			throw new IllegalArgumentException(name);
		}
		return path.get();
	}

	void endEpoch() {
		this.retirement.endEpoch();
		this.instruments.endEpoch(4);
	}

	private Map<String, Supplier<IntConsumer>> all() {
		Map<String, Supplier<IntConsumer>> all = new TreeMap<>();
		all.put("registry", () -> (i) -> count(this.registry, i));
		all.put("composite", this::composite);
		all.put("registry-added-late", this::late);
		all.put("global", this::global);
		all.put("timer", () -> (i) -> this.registry.timer("time", "user", "u" + i).record(1, TimeUnit.SECONDS));
		all.put("summary", () -> (i) -> this.registry.summary("size", "user", "u" + i).record(1));
		all.put("gauge", () -> (i) -> Gauge.builder("depth", () -> i).tag("user", "u" + i).register(this.registry));
		all.put("function-counter",
				() -> (i) -> FunctionCounter.builder("hits", this, (any) -> 1)
					.tag("user", "u" + i)
					.register(this.registry));
		all.put("names", () -> (i) -> this.registry.counter("name" + i).increment());
		all.put("keys", () -> (i) -> this.registry.counter("orders", "key" + i, "value").increment());
		all.put("observations", this::observations);
		all.put("opentelemetry", this::synchronous);
		all.put("opentelemetry-names", () -> {
			Meter meter = meter();
			return (i) -> meter.counterBuilder("name" + i).build().add(1);
		});
		all.put("opentelemetry-asynchronous", this::asynchronous);
		return all;
	}

	private IntConsumer composite() {
		this.composite.add(this.registry);
		return (i) -> count(this.composite, i);
	}

	private IntConsumer late() {
		count(this.composite, -1);
		this.composite.add(this.registry);
		return (i) -> count(this.composite, i);
	}

	private IntConsumer global() {
		GlobalRegistryFilter.add(this.guards.filter(Metrics.globalRegistry));
		Metrics.addRegistry(this.registry);
		return (i) -> count(Metrics.globalRegistry, i);
	}

	private IntConsumer observations() {
		ObservationRegistry observations = ObservationRegistry.create();
		observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(this.registry));
		return (i) -> Observation.createNotStarted("orders", observations)
			.lowCardinalityKeyValue("user", "u" + i)
			.observe(() -> {
			});
	}

	private IntConsumer synchronous() {
		LongCounter counter = meter().counterBuilder("orders").build();
		return (i) -> counter.add(1, Attributes.of(USER, "u" + i));
	}

	private IntConsumer asynchronous() {
		IdleReader reader = new IdleReader();
		int[] last = new int[1];
		meter(reader).counterBuilder("hits")
			.buildWithCallback((ObservableLongMeasurement measurement) -> observe(measurement, last[0]));
		return (i) -> {
			last[0] = i;
			if (i % BATCH == 0) {
				reader.collect();
			}
		};
	}

	private static void observe(ObservableLongMeasurement measurement, int last) {
		for (int i = last - BATCH; i < last; i++) {
			measurement.record(1, Attributes.of(USER, "u" + i));
		}
	}

	private Meter meter() {
		return meter(new IdleReader());
	}

	private Meter meter(IdleReader reader) {
		return GuardedApi
			.guard(OpenTelemetrySdk.builder()
				.setMeterProvider(SdkMeterProvider.builder().registerMetricReader(reader).build())
				.build(), this.instruments)
			.getMeter("shop");
	}

	private static void count(MeterRegistry registry, int user) {
		Counter.builder("orders").tag("user", "u" + user).register(registry).increment();
	}

}

package dev.oddkit.observability.cardinality;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import dev.oddkit.observability.cardinality.core.CardinalityGuard;
import dev.oddkit.observability.cardinality.core.GuardListener;
import dev.oddkit.observability.cardinality.core.Limits;
import dev.oddkit.observability.cardinality.core.SeriesBudget;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * The set-ups that are compared, each as its users would make it.
 */
public final class Setups {

	static final int LIMIT = 100;

	private static final int FLOOD = 10_000;

	static final SpanNotes NOTES = new SpanNotes(true);

	private Setups() {
	}

	/**
	 * Make a registry.
	 * @param name the name of the set-up
	 * @return a registry without meters
	 */
	public static MeterRegistry registry(String name) {
		MeterRegistry registry = new SimpleMeterRegistry();
		switch (name) {
			case "none" -> {
			}
			case "guard" -> new GuardedRegistries(guard(), NOTES).guard(registry);
			case "maximumAllowableTags" -> registry.config()
				.meterFilter(MeterFilter.maximumAllowableTags("orders", "user", LIMIT, MeterFilter.deny()));
			case "deny" -> registry.config().meterFilter(new Deny());
			case "ignoreTags" -> registry.config().meterFilter(MeterFilter.ignoreTags("user"));
			case "fold" -> registry.config().meterFilter(new Fold());
			default -> throw new IllegalArgumentException(name);
		}
		return registry;
	}

	/**
	 * Put the guard before the OpenTelemetry API.
	 * @param sdk the SDK
	 * @return what an application calls
	 */
	public static OpenTelemetry guarded(OpenTelemetry sdk) {
		return GuardedApi.guard(sdk, new InstrumentGuards(guard(), NOTES));
	}

	/**
	 * Record the values that get a series, and many that get none, unless a set-up has no
	 * limit or a benchmark wants none to be reached.
	 * @param benchmark what is measured
	 * @param record records a value
	 */
	static void fill(BenchmarkParams benchmark, Consumer<String> record) {
		boolean calm = benchmark.getBenchmark().endsWith("Calm");
		for (int i = 0; i < (calm ? Users.KNOWN : LIMIT); i++) {
			record.accept("user" + i);
		}
		for (int i = 0; i < FLOOD && !calm && !"none".equals(benchmark.getParam("setup")); i++) {
			record.accept("flood" + i);
		}
	}

	/**
	 * Hash and compare arrays of all kinds of objects, as every application does. In a
	 * JVM that has only seen attributes, the compiler makes {@code Arrays.hashCode} for
	 * these alone.
	 * @return something to consume
	 */
	static int hashAsAnApplication() {
		int sum = 0;
		for (int i = 0; i < FLOOD; i++) {
			Object[] objects = { "user" + i, i, (long) i, (double) i, Boolean.TRUE, Thread.State.NEW };
			sum += Arrays.hashCode(objects) + (Arrays.equals(objects, objects.clone()) ? 1 : 0);
		}
		return sum;
	}

	private static <T> CardinalityGuard<T> guard() {
		return new CardinalityGuard<>(() -> Limits.DEFAULT, new SeriesBudget(20_000), GuardListener.SILENT);
	}

	/**
	 * The first values have a series, the others are dropped.
	 */
	private static final class Deny implements MeterFilter {

		private final Set<String> admitted = ConcurrentHashMap.newKeySet();

		@Override
		public MeterFilterReply accept(Meter.Id id) {
			String user = id.getTag("user");
			return (this.admitted.contains(user) || (this.admitted.size() < LIMIT && this.admitted.add(user)))
					? MeterFilterReply.NEUTRAL : MeterFilterReply.DENY;
		}

	}

	/**
	 * The first values have a series, the others are folded by {@code replaceTags}.
	 */
	private static final class Fold implements MeterFilter {

		private final Set<String> admitted = ConcurrentHashMap.newKeySet();

		@Override
		public Meter.Id map(Meter.Id id) {
			String user = id.getTag("user");
			if (user == null || this.admitted.contains(user)
					|| (this.admitted.size() < LIMIT && this.admitted.add(user))) {
				return id;
			}
			return id.replaceTags(id.getTags()
				.stream()
				.map((tag) -> tag.getKey().equals("user") ? Tag.of("user", "other") : tag)
				.toList());
		}

	}

}

package dev.oddkit.observability.cardinality;

import java.util.function.IntConsumer;

import dev.oddkit.observability.cardinality.core.CardinalityGuard;
import dev.oddkit.observability.cardinality.core.GuardListener;
import dev.oddkit.observability.cardinality.core.Limits;
import dev.oddkit.observability.cardinality.core.SeriesBudget;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;

/**
 * Prints how much the retained heap grows by distinct values, on one path:
 * {@code registry}, {@code composite}, {@code global}, {@code late}, {@code timer},
 * {@code names}, {@code opentelemetry}. The number of values is the second argument, ten
 * million by default.
 */
public final class LeakHarness {

	private static final AttributeKey<String> USER = AttributeKey.stringKey("user");

	private LeakHarness() {
	}

	/**
	 * Run.
	 * @param arguments the path and the number of values
	 */
	public static void main(String[] arguments) {
		int values = (arguments.length > 1) ? Integer.parseInt(arguments[1]) : 10_000_000;
		IntConsumer record = path(arguments[0]);
		for (int i = 0; i < 20_000; i++) {
			record.accept(i);
		}
		long before = retained();
		for (int i = 20_000; i < values; i++) {
			record.accept(i);
		}
		System.out.printf("%s %d values: %.2f MiB%n", arguments[0], values, (retained() - before) / 1024.0 / 1024.0);
		record.accept(0);
	}

	private static IntConsumer path(String name) {
		GuardedRegistries guards = new GuardedRegistries(
				new CardinalityGuard<>(() -> Limits.DEFAULT, new SeriesBudget(20_000), GuardListener.SILENT),
				new SpanNotes(true));
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		guards.guard(registry);
		CompositeMeterRegistry composite = new CompositeMeterRegistry();
		guards.guard(composite);
		return switch (name) {
			case "registry" -> (i) -> count(registry, i);
			case "composite" -> {
				composite.add(registry);
				yield (i) -> count(composite, i);
			}
			case "late" -> {
				count(composite, -1);
				composite.add(registry);
				yield (i) -> count(composite, i);
			}
			case "global" -> {
				GlobalRegistryFilter.add(guards.filter(Metrics.globalRegistry));
				Metrics.addRegistry(registry);
				yield (i) -> count(Metrics.globalRegistry, i);
			}
			case "timer" -> (i) -> Timer.builder("time").tag("user", "u" + i).register(registry).record(() -> {
			});
			case "names" -> (i) -> registry.counter("name" + i).increment();
			case "opentelemetry" -> {
				LongCounter counter = Setups
					.guarded(OpenTelemetrySdk.builder()
						.setMeterProvider(SdkMeterProvider.builder().registerMetricReader(new IdleReader()).build())
						.build())
					.getMeter("shop")
					.counterBuilder("orders")
					.build();
				yield (i) -> counter.add(1, Attributes.of(USER, "u" + i));
			}
			default -> throw new IllegalArgumentException(name);
		};
	}

	private static void count(MeterRegistry registry, int user) {
		Counter.builder("orders").tag("user", "u" + user).register(registry).increment();
	}

	private static long retained() {
		for (int i = 0; i < 5; i++) {
			System.gc();
		}
		Runtime runtime = Runtime.getRuntime();
		return runtime.totalMemory() - runtime.freeMemory();
	}

}

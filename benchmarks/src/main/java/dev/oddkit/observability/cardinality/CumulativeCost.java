package dev.oddkit.observability.cardinality;

import java.util.ArrayList;
import java.util.List;

import dev.oddkit.observability.cardinality.core.CardinalityGuard;
import dev.oddkit.observability.cardinality.core.GuardListener;
import dev.oddkit.observability.cardinality.core.Limits;
import dev.oddkit.observability.cardinality.core.SeriesBudget;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.internal.otlp.metrics.MetricsRequestMarshaler;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;

/**
 * Prints what it costs that the SDK keeps the points of values that lost their place, as
 * long as its storage is cumulative: heap, and bytes of each export, for one point.
 */
public final class CumulativeCost {

	private static final AttributeKey<String> USER = AttributeKey.stringKey("user");

	private static final int INSTRUMENTS = 20;

	private static final int BURSTS = 20;

	private CumulativeCost() {
	}

	/**
	 * Run.
	 * @param arguments none
	 */
	public static void main(String[] arguments) {
		IdleReader reader = new IdleReader();
		InstrumentGuards guards = new InstrumentGuards(
				new CardinalityGuard<>(() -> Limits.DEFAULT, new SeriesBudget(20_000), GuardListener.SILENT),
				new SpanNotes(true));
		OpenTelemetry openTelemetry = GuardedApi.guard(OpenTelemetrySdk.builder()
			.setMeterProvider(SdkMeterProvider.builder().registerMetricReader(reader).build())
			.build(), guards);
		List<Runnable> bursts = new ArrayList<>();
		for (int i = 0; i < INSTRUMENTS; i++) {
			bursts.add(burst(openTelemetry, "orders" + i, false));
			bursts.add(burst(openTelemetry, "time" + i, true));
		}
		run(bursts, guards);
		long[] before = { points(reader), LeakHarness.retained(), exported(reader) };
		for (int i = 0; i < BURSTS; i++) {
			run(bursts, guards);
		}
		long[] after = { points(reader), LeakHarness.retained(), exported(reader) };
		long points = after[0] - before[0];
		System.out.printf("%d points that nobody records any more: %d B of heap and %d B of each export for one%n",
				points, (after[1] - before[1]) / points, (after[2] - before[2]) / points);
	}

	private static Runnable burst(OpenTelemetry openTelemetry, String name, boolean histogram) {
		int[] next = new int[1];
		if (histogram) {
			var time = openTelemetry.getMeter("shop").histogramBuilder(name).build();
			return () -> {
				for (int i = 0; i < 200; i++) {
					time.record(1, Attributes.of(USER, "user-" + next[0]++));
				}
			};
		}
		var counter = openTelemetry.getMeter("shop").counterBuilder(name).build();
		return () -> {
			for (int i = 0; i < 200; i++) {
				counter.add(1, Attributes.of(USER, "user-" + next[0]++));
			}
		};
	}

	private static void run(List<Runnable> bursts, InstrumentGuards guards) {
		bursts.forEach(Runnable::run);
		for (int epoch = 0; epoch < 6; epoch++) {
			guards.endEpoch(4);
		}
	}

	private static long points(IdleReader reader) {
		return reader.collect().stream().mapToLong((metric) -> metric.getData().getPoints().size()).sum();
	}

	private static long exported(IdleReader reader) {
		return MetricsRequestMarshaler.create(reader.collect()).getBinarySerializedSize();
	}

}

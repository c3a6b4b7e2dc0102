package dev.oddkit.observability.cardinality;

import dev.oddkit.observability.cardinality.core.CardinalityGuard;
import dev.oddkit.observability.cardinality.core.GuardListener;
import dev.oddkit.observability.cardinality.core.Limits;
import dev.oddkit.observability.cardinality.core.SeriesBudget;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/**
 * Prints how long the end of an epoch takes while all series that there may be stand
 * still and others want their places: four times to look at them, then to remove them.
 */
public final class EpochCost {

	private static final int METERS = 10;

	private static final int VALUES = 3_000;

	private static final int IDLE_EPOCHS = 4;

	private static final Limits LIMITS = Limits.DEFAULT.withValues(2_000, 2_000).withSeries(2_000, 20_000);

	private EpochCost() {
	}

	/**
	 * Run.
	 * @param arguments none
	 */
	public static void main(String[] arguments) {
		for (int round = 0; round < 3; round++) {
			run("one registry", false);
			run("a composite of two", true);
		}
	}

	private static void run(String name, boolean composite) {
		SeriesBudget budget = new SeriesBudget(LIMITS.series());
		GuardedRegistries guards = new GuardedRegistries(
				new CardinalityGuard<>(() -> LIMITS, budget, GuardListener.SILENT), new SpanNotes(true));
		MeterRegistry registry = composite ? composite(guards) : guarded(guards, new SimpleMeterRegistry());
		for (int meter = 0; meter < METERS; meter++) {
			for (int value = 0; value < VALUES; value++) {
				registry.counter("orders" + meter, "user", "user-" + value).increment();
			}
		}
		int series = registry.getMeters().size();
		Retirement retirement = new Retirement(guards, IDLE_EPOCHS);
		long looks = 0;
		for (int epoch = 0; epoch < IDLE_EPOCHS; epoch++) {
			looks = Math.max(looks, end(retirement));
		}
		long removal = end(retirement);
		System.out.printf("%s: %d series, at most %d ms to look at them, %d ms to remove %d%n", name, series, looks,
				removal, series - registry.getMeters().size());
	}

	private static MeterRegistry composite(GuardedRegistries guards) {
		CompositeMeterRegistry composite = guarded(guards, new CompositeMeterRegistry());
		composite.add(guarded(guards, new SimpleMeterRegistry()));
		composite.add(guarded(guards, new SimpleMeterRegistry()));
		return composite;
	}

	private static <T extends MeterRegistry> T guarded(GuardedRegistries guards, T registry) {
		guards.guard(registry);
		return registry;
	}

	private static long end(Retirement retirement) {
		long start = System.nanoTime();
		retirement.endEpoch();
		return (System.nanoTime() - start) / 1_000_000;
	}

}

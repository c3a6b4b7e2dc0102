package dev.oddkit.observability.cardinality;

import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;

import dev.oddkit.observability.cardinality.core.CardinalityGuard;
import dev.oddkit.observability.cardinality.core.MeterGuard;
import dev.oddkit.observability.cardinality.core.Series;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

/**
 * Sees which meters moved since the last look, of those that others want the place of. A
 * meter that cannot say always moves.
 */
class Movement {

	private final CardinalityGuard<Meter.Id> guard;

	private final Map<Meter, Double> seen = new WeakHashMap<>();

	Movement(CardinalityGuard<Meter.Id> guard) {
		this.guard = guard;
	}

	void look(MeterRegistry registry) {
		for (Meter meter : registry.getMeters()) {
			if (meter.getId().getName().startsWith(CardinalityMeters.PREFIX)) {
				continue;
			}
			MeterGuard<Meter.Id> contested = this.guard.meter(meter.getId().getName());
			if (contested != null && contested.isContested()) {
				Series<Meter.Id> series = contested.known(TagLabels.of(meter.getId()));
				if (series != null && !series.isFolded() && (moved(meter) || isShared(registry, meter))) {
					series.move(this.guard.epoch());
				}
			}
		}
	}

	private boolean moved(Meter meter) {
		double now = activity(meter);
		Double before = this.seen.put(meter, now);
		return before == null || before != now;
	}

	/**
	 * Return a number that grows while a meter is used; one that is not a number differs
	 * from itself.
	 */
	static double activity(Meter meter) {
		return meter.match((gauge) -> Double.NaN, Counter::count, (timer) -> (double) timer.count(),
				(summary) -> (double) summary.count(), (tasks) -> Double.NaN, (gauge) -> Double.NaN,
				FunctionCounter::count, FunctionTimer::count, (other) -> Double.NaN);
	}

	static double total(Meter meter) {
		if (meter instanceof Timer timer) {
			return timer.totalTime(TimeUnit.NANOSECONDS);
		}
		return (meter instanceof DistributionSummary summary) ? summary.totalAmount() : activity(meter);
	}

	/**
	 * Return whether a child of a composite has no meter of the same labels. A filter of
	 * the user merged it with others there; removing one would remove them all.
	 */
	private static boolean isShared(MeterRegistry registry, Meter meter) {
		if (registry instanceof CompositeMeterRegistry composite) {
			return composite.getRegistries()
				.stream()
				.anyMatch((child) -> child.find(meter.getId().getName())
					.tags(meter.getId().getTagsAsIterable())
					.meter() == null);
		}
		return false;
	}

}

package dev.oddkit.observability.cardinality;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

import dev.oddkit.observability.cardinality.core.CardinalityGuard;
import dev.oddkit.observability.cardinality.core.MeterGuard;
import dev.oddkit.observability.cardinality.core.Series;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Sees which meters moved since the last look, of those that others want the place of. A
 * meter that cannot say always moves.
 */
class Movement {

	private final CardinalityGuard<Meter.Id> guard;

	private final Map<MeterRegistry, Map<Series<Meter.Id>, Double>> seen = new HashMap<>();

	private final Set<Series<Meter.Id>> readable = new HashSet<>();

	private final Set<Series<Meter.Id>> unreadable = new HashSet<>();

	Movement(CardinalityGuard<Meter.Id> guard) {
		this.guard = guard;
	}

	void look(MeterRegistry registry, MeterIndex index) {
		for (Meter meter : registry.getMeters()) {
			if (meter.getId().getName().startsWith(CardinalityMeters.PREFIX)) {
				continue;
			}
			MeterGuard<Meter.Id> contested = this.guard.known(meter.getId().getName());
			if (contested != null && contested.isContested()) {
				Series<Meter.Id> series = contested.known(TagLabels.of(meter.getId()));
				if (series != null) {
					look(registry, meter, series, index);
				}
			}
		}
	}

	private void look(MeterRegistry registry, Meter meter, Series<Meter.Id> series, MeterIndex index) {
		double now = Parts.isReadable(registry) ? activity(meter) : Double.NaN;
		if (Double.isNaN(now)) {
			this.unreadable.add(series);
			return;
		}
		this.readable.add(series);
		Double before = this.seen.computeIfAbsent(registry, (key) -> new WeakHashMap<>()).put(series, now);
		if (before == null || before != now || (now > 0 && Parts.countsInSteps(meter))
				|| Parts.isMerged(registry, meter, index)) {
			series.move(this.guard.epoch());
		}
	}

	/**
	 * End the look at all registries: what none of them could read counts as moved.
	 */
	void end() {
		this.unreadable.removeAll(this.readable);
		this.unreadable.forEach((series) -> series.move(this.guard.epoch()));
		this.unreadable.clear();
		this.readable.clear();
	}

	/**
	 * Return a number that grows while a meter is used; one that is not a number differs
	 * from itself. Functions cannot come again once they were removed, so that they keep
	 * their place.
	 */
	static double activity(Meter meter) {
		return meter.match((gauge) -> Double.NaN, Counter::count, (timer) -> (double) timer.count(),
				(summary) -> (double) summary.count(), (tasks) -> Double.NaN, (gauge) -> Double.NaN,
				(function) -> Double.NaN, (function) -> Double.NaN, (other) -> Double.NaN);
	}

}

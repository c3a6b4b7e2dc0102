package dev.oddkit.observability.cardinality;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.oddkit.observability.cardinality.core.Series;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Ends an epoch for Micrometer: the series of values that stand still leave the
 * registries if others want their places. Somebody may still hold a meter that left; what
 * it counts from then on is forwarded, to its own series if it has one again, else to
 * {@code other}. It is kept here as long as it would have kept its place, so that who
 * counts a last time and lets go of it loses nothing.
 */
class Retirement {

	private final GuardedRegistries registries;

	private final Movement movement;

	private final int idleEpochs;

	private final List<Held> held = new ArrayList<>();

	Retirement(GuardedRegistries registries, int idleEpochs) {
		this.registries = registries;
		this.movement = new Movement(registries.guard());
		this.idleEpochs = idleEpochs;
	}

	synchronized void endEpoch() {
		forward();
		List<MeterRegistry> all = this.registries.registries();
		MeterIndex index = new MeterIndex();
		all.forEach((registry) -> this.movement.look(registry, index));
		this.movement.end();
		this.registries.guard().endEpoch(this.idleEpochs).forEach((series) -> retire(series.id(), all, index));
	}

	/**
	 * Bring to its series what was counted elsewhere.
	 */
	synchronized void forward() {
		this.held.removeIf((meter) -> !meter.forward(this.idleEpochs));
		this.registries.registries().forEach((registry) -> {
			FoldedMeters folded = this.registries.folded(registry);
			if (folded != null) {
				folded.settle();
			}
		});
	}

	/**
	 * Free the places of the keys and meters that had too few, and forget what was
	 * counted. Gauges and functions are let in again, since nobody would register them.
	 */
	synchronized void reset() {
		List<MeterRegistry> all = this.registries.registries();
		MeterIndex index = new MeterIndex();
		for (Series<Meter.Id> series : this.registries.guard().reset()) {
			if (!letInAgain(series.id(), all, index)) {
				retire(series.id(), all, index);
			}
		}
	}

	private boolean letInAgain(Meter.Id id, List<MeterRegistry> all, MeterIndex index) {
		for (MeterRegistry registry : all) {
			Meter meter = find(id, registry, index);
			if (meter != null) {
				return !isPlain(meter) && this.registries.filter(registry).map(meter.getId()).equals(id);
			}
		}
		return false;
	}

	private void retire(Meter.Id id, List<MeterRegistry> all, MeterIndex index) {
		Map<MeterRegistry, Meter> found = new LinkedHashMap<>();
		all.forEach((registry) -> {
			Meter meter = find(id, registry, index);
			if (meter != null) {
				found.put(registry, meter);
			}
		});
		List<Held> retired = new ArrayList<>();
		found.forEach((registry, meter) -> hold(registry, meter, retired, index));
		remove(found);
		this.held.addAll(retired);
	}

	/**
	 * Composites may share the registries below them, and somebody may hold what is
	 * there: one counts what all of them count.
	 */
	private void hold(MeterRegistry registry, Meter meter, List<Held> retired, MeterIndex index) {
		List<Meter> parts = Parts.readable(registry, meter, index).toList();
		if (isPlain(meter) && !parts.isEmpty()) {
			Increase increase = retired.stream()
				.map((held) -> held.increase)
				.filter((known) -> known.isOfOneOf(parts))
				.findFirst()
				.orElseGet(() -> new Increase(parts));
			retired.add(new Held(this.registries, registry, meter, increase));
		}
	}

	private static void remove(Map<MeterRegistry, Meter> found) {
		Set<MeterRegistry> done = new HashSet<>();
		found.forEach((registry, meter) -> {
			if (!done.contains(registry)) {
				registry.remove(meter);
			}
			if (registry instanceof CompositeMeterRegistry composite) {
				Parts.leaves(composite).forEach(done::add);
			}
		});
	}

	private static @Nullable Meter find(Meter.Id id, MeterRegistry registry, MeterIndex index) {
		Meter meter = index.find(registry, id);
		return (meter != null && meter.getId().equals(id) && !isSumOfFunctions(id, meter)) ? meter : null;
	}

	private static boolean isPlain(Meter meter) {
		return meter instanceof Counter || meter instanceof Timer || meter instanceof DistributionSummary;
	}

	/**
	 * Return whether a meter shows the sum of functions, which go on to count.
	 */
	private static boolean isSumOfFunctions(Meter.Id id, Meter meter) {
		return id instanceof GuardedId && (meter instanceof FunctionCounter || meter instanceof FunctionTimer);
	}

	/**
	 * A meter that left its registry, as long as somebody else holds it.
	 */
	private static final class Held {

		private final WeakReference<MeterRegistry> registry;

		private final WeakReference<Meter> meter;

		private final GuardedRegistries registries;

		private @Nullable Meter kept;

		private int idleEpochs;

		private final Increase increase;

		Held(GuardedRegistries registries, MeterRegistry registry, Meter meter, Increase increase) {
			this.registries = registries;
			this.registry = new WeakReference<>(registry);
			this.meter = new WeakReference<>(meter);
			this.kept = meter;
			this.increase = increase;
		}

		/**
		 * Forward what was counted since the last time.
		 * @param idleEpochs for how many epochs without a count to keep the meter
		 * @return whether somebody may still hold the meter
		 */
		boolean forward(int idleEpochs) {
			Meter meter = this.meter.get();
			MeterRegistry registry = this.registry.get();
			if (meter == null || registry == null) {
				return false;
			}
			if (this.increase.read()) {
				FoldedMeters folded = this.registries.folded(registry);
				if (folded != null) {
					this.increase.forward(folded.plain(meter.getId()));
				}
				this.kept = meter;
				this.idleEpochs = 0;
			}
			else if (++this.idleEpochs >= idleEpochs) {
				this.kept = null;
			}
			return true;
		}

	}

}

package dev.oddkit.observability.cardinality;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import dev.oddkit.observability.cardinality.core.Series;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Ends an epoch for Micrometer: the series of values that stand still leave the
 * registries if others want their places. Somebody may still hold a meter that left; what
 * it counts from then on is forwarded, to its own series if it has one again, else to
 * {@code other}.
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
		this.held.removeIf((meter) -> !meter.forward());
		List<MeterRegistry> all = this.registries.registries();
		all.forEach((registry) -> {
			FoldedMeters folded = this.registries.folded(registry);
			if (folded != null) {
				folded.settle();
			}
			this.movement.look(registry);
		});
		this.movement.end();
		for (Series<Meter.Id> series : this.registries.guard().endEpoch(this.idleEpochs)) {
			if (!(series.id() instanceof GuardedId)) {
				retire(series.id(), all);
			}
		}
	}

	private void retire(Meter.Id id, List<MeterRegistry> all) {
		Set<MeterRegistry> done = new HashSet<>();
		for (MeterRegistry registry : all) {
			Meter meter = done.contains(registry) ? null
					: registry.find(id.getName())
						.tags(id.getTagsAsIterable())
						.meters()
						.stream()
						.filter((candidate) -> candidate.getId().equals(id))
						.findFirst()
						.orElse(null);
			if (meter != null) {
				Held retired = new Held(registry, meter);
				registry.remove(meter);
				this.held.add(retired);
				if (registry instanceof CompositeMeterRegistry composite) {
					done.addAll(composite.getRegistries());
				}
			}
		}
	}

	/**
	 * A meter that left its registry, as long as somebody else holds it.
	 */
	private static final class Held {

		private static final int MOST = 10_000;

		private final WeakReference<MeterRegistry> registry;

		private final WeakReference<Meter> meter;

		private double count;

		private double total;

		Held(MeterRegistry registry, Meter meter) {
			this.registry = new WeakReference<>(registry);
			this.meter = new WeakReference<>(meter);
			this.count = Movement.activity(meter);
			this.total = Movement.total(meter);
		}

		/**
		 * Forward what was counted since the last time.
		 * @return whether somebody may still hold the meter
		 */
		boolean forward() {
			@Nullable Meter meter = this.meter.get();
			@Nullable MeterRegistry registry = this.registry.get();
			if (meter == null || registry == null) {
				return false;
			}
			double counted = Movement.activity(meter) - this.count;
			if (counted > 0) {
				forward(meter.getId(), meter, registry, counted, Movement.total(meter) - this.total);
				this.count += counted;
				this.total = Movement.total(meter);
			}
			return true;
		}

		private static void forward(Meter.Id id, Meter meter, MeterRegistry registry, double counted, double amount) {
			if (meter instanceof Counter) {
				Counter.builder(id.getName()).tags(id.getTagsAsIterable()).register(registry).increment(counted);
				return;
			}
			long times = Math.min((long) counted, MOST);
			for (long i = 0; i < times; i++) {
				if (meter instanceof Timer) {
					Timer.builder(id.getName())
						.tags(id.getTagsAsIterable())
						.register(registry)
						.record((long) (amount / times), TimeUnit.NANOSECONDS);
				}
				else if (meter instanceof DistributionSummary) {
					DistributionSummary.builder(id.getName())
						.tags(id.getTagsAsIterable())
						.register(registry)
						.record(amount / times);
				}
			}
		}

	}

}

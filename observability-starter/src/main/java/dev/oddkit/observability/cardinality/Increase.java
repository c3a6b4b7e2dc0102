package dev.oddkit.observability.cardinality;

import java.lang.ref.WeakReference;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;

/**
 * What a meter counted since the last time.
 */
class Increase {

	private final List<WeakReference<Meter>> parts;

	private final List<Reading> readings;

	private double count;

	private double total;

	private double max;

	private double forwardedCount;

	private double forwardedTotal;

	/**
	 * Begin to read.
	 * @param parts what the meter is in the registries that can say what it counted
	 */
	Increase(List<Meter> parts) {
		this.parts = parts.stream().map(WeakReference::new).toList();
		this.readings = Parts.lasting(parts).stream().map(Reading::new).toList();
	}

	/**
	 * Return whether this is the increase of one of some meters.
	 */
	boolean isOfOneOf(List<Meter> meters) {
		return this.parts.stream().anyMatch((part) -> meters.stream().anyMatch((meter) -> part.get() == meter));
	}

	/**
	 * Read again. Whoever counted most is right: others count in steps, or came later.
	 * @return whether the meter counted since
	 */
	boolean read() {
		this.readings.forEach(Reading::read);
		this.readings.stream().max(Comparator.comparingDouble((reading) -> reading.count)).ifPresent((most) -> {
			this.count = most.count - this.forwardedCount;
			this.total = most.total - this.forwardedTotal;
			this.max = most.max;
		});
		return this.count > 0;
	}

	/**
	 * Record the increase on another meter.
	 */
	void forward(Meter target) {
		Forwarding.record(target, this.count, this.total, this.max);
		this.forwardedCount += this.count;
		this.forwardedTotal += this.total;
	}

	/**
	 * Return how much more there is.
	 * @param before what there was
	 * @param now what there is, less than before if it began anew; not a number if nobody
	 * knows
	 */
	static double between(double before, double now) {
		if (Double.isNaN(now)) {
			return 0;
		}
		return (now >= before) ? now - before : now;
	}

	/**
	 * The meter in one registry.
	 */
	private static final class Reading {

		private final WeakReference<Meter> meter;

		private double lastCount;

		private double lastTotal;

		private double count;

		private double total;

		private double max;

		Reading(Meter meter) {
			this.meter = new WeakReference<>(meter);
			this.lastCount = Movement.activity(meter);
			this.lastTotal = total(meter);
		}

		void read() {
			Meter meter = this.meter.get();
			if (meter != null) {
				double count = Movement.activity(meter);
				double total = total(meter);
				this.count += between(this.lastCount, count);
				this.total += between(this.lastTotal, total);
				this.max = max(meter);
				this.lastCount = count;
				this.lastTotal = total;
			}
		}

		private static double total(Meter meter) {
			if (meter instanceof Timer timer) {
				return timer.totalTime(TimeUnit.NANOSECONDS);
			}
			return (meter instanceof DistributionSummary summary) ? summary.totalAmount() : Movement.activity(meter);
		}

		private static double max(Meter meter) {
			return (meter instanceof Timer timer) ? timer.max(TimeUnit.NANOSECONDS)
					: (meter instanceof DistributionSummary summary) ? summary.max() : 0;
		}

	}

}

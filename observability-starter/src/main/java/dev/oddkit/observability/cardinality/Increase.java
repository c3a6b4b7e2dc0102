package dev.oddkit.observability.cardinality;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * What a meter counted since the last time.
 */
class Increase {

	private final List<Reading> readings;

	private double count;

	private double total;

	private double max;

	/**
	 * Begin to read.
	 * @param registry the registry that still has the meter
	 * @param meter the meter
	 */
	Increase(MeterRegistry registry, Meter meter) {
		this.readings = Parts.readable(registry, meter).map(Reading::new).toList();
	}

	/**
	 * Read again.
	 * @return whether the meter counted since
	 */
	boolean read() {
		this.count = 0;
		for (Reading reading : this.readings) {
			reading.read();
		}
		return this.count > 0;
	}

	/**
	 * Record the increase on another meter.
	 */
	void forward(Meter target) {
		Forwarding.record(target, this.count, this.total, this.max);
	}

	/**
	 * The meter in one registry. Whoever counted most is right: others count in steps.
	 */
	private final class Reading {

		private final WeakReference<Meter> meter;

		private double count;

		private double total;

		Reading(Meter meter) {
			this.meter = new WeakReference<>(meter);
			this.count = Movement.activity(meter);
			this.total = total(meter);
		}

		void read() {
			Meter meter = this.meter.get();
			if (meter == null) {
				return;
			}
			double count = Movement.activity(meter);
			double total = total(meter);
			if (count - this.count > Increase.this.count) {
				Increase.this.count = count - this.count;
				Increase.this.total = total - this.total;
				Increase.this.max = max(meter);
			}
			this.count = count;
			this.total = total;
		}

		private double total(Meter meter) {
			if (meter instanceof Timer timer) {
				return timer.totalTime(TimeUnit.NANOSECONDS);
			}
			return (meter instanceof DistributionSummary summary) ? summary.totalAmount() : Movement.activity(meter);
		}

		private double max(Meter meter) {
			return (meter instanceof Timer timer) ? timer.max(TimeUnit.NANOSECONDS)
					: (meter instanceof DistributionSummary summary) ? summary.max() : 0;
		}

	}

}

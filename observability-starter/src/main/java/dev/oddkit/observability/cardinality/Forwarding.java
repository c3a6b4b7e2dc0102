package dev.oddkit.observability.cardinality;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;

/**
 * Records on a meter what was counted elsewhere. Count and sum are exact; of a timer or
 * summary the single values are not known, so that all but the largest become their mean.
 */
final class Forwarding {

	private Forwarding() {
	}

	/**
	 * Record.
	 * @param target the meter
	 * @param count how many values
	 * @param total their sum; of timers in nanoseconds
	 * @param max the largest of them, as far as it is known
	 */
	static void record(Meter target, double count, double total, double max) {
		if (target instanceof Counter counter) {
			counter.increment(count);
			return;
		}
		double largest = Math.min(max, total);
		long others = (long) count - 1;
		double mean = (others > 0) ? (total - largest) / others : 0;
		if (target instanceof Timer timer) {
			long last = (long) total - others * (long) mean;
			for (long i = 0; i < others; i++) {
				timer.record((long) mean, TimeUnit.NANOSECONDS);
			}
			timer.record(last, TimeUnit.NANOSECONDS);
		}
		else if (target instanceof DistributionSummary summary) {
			double scale = SummaryScale.of(summary);
			for (long i = 0; i < others; i++) {
				summary.record(mean / scale);
			}
			summary.record((total - others * mean) / scale);
		}
	}

}

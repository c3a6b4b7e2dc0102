package dev.oddkit.observability.cardinality;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Meter;
import org.jspecify.annotations.Nullable;

/**
 * The sum of function-backed meters. It never falls: a function that starts again at zero
 * is added to what it counted before, and of one whose object is gone the last value
 * stays.
 */
class FunctionSum {

	private final List<Part> parts = new ArrayList<>();

	private double count;

	private double total;

	private @Nullable Meter target;

	private double forwardedCount;

	private double forwardedTotal;

	synchronized void add(Meter meter) {
		this.parts.add(new Part(meter));
	}

	synchronized double count() {
		read();
		return this.count;
	}

	synchronized double total() {
		read();
		return this.total;
	}

	private void read() {
		for (Part part : this.parts) {
			part.read();
		}
	}

	/**
	 * Count on a meter that others count on as well, from now on.
	 * @param meter the meter
	 */
	synchronized void countOn(Meter meter) {
		this.target = meter;
	}

	synchronized boolean isOwnMeter() {
		return this.target == null;
	}

	/**
	 * Tell the meter that others count on what came since the last time.
	 */
	synchronized void forward() {
		Meter meter = this.target;
		if (meter == null) {
			return;
		}
		read();
		double more = this.count - this.forwardedCount;
		if (more > 0) {
			double amount = this.total - this.forwardedTotal;
			Forwarding.record(meter, more, amount, amount / more);
			this.forwardedCount = this.count;
			this.forwardedTotal = this.total;
		}
	}

	/**
	 * One function.
	 */
	private final class Part {

		private final Meter meter;

		private double lastCount;

		private double lastTotal;

		Part(Meter meter) {
			this.meter = meter;
		}

		void read() {
			if (this.meter instanceof FunctionCounter counter) {
				count(counter.count());
			}
			else if (this.meter instanceof FunctionTimer timer) {
				count(timer.count());
				double now = timer.totalTime(TimeUnit.NANOSECONDS);
				FunctionSum.this.total += increase(this.lastTotal, now);
				this.lastTotal = Double.isNaN(now) ? this.lastTotal : now;
			}
		}

		private void count(double now) {
			FunctionSum.this.count += increase(this.lastCount, now);
			this.lastCount = Double.isNaN(now) ? this.lastCount : now;
		}

		private static double increase(double before, double now) {
			if (Double.isNaN(now)) {
				return 0;
			}
			return (now >= before) ? now - before : now;
		}

	}

}

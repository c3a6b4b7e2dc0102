package dev.oddkit.observability.cardinality;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
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

	private @Nullable Meter shown;

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

	FunctionCounter counter(String name, Meter.Id id, MeterRegistry registry) {
		return FunctionCounter.builder(name, this, FunctionSum::count)
			.tags(id.getTagsAsIterable())
			.description(id.getDescription())
			.baseUnit(id.getBaseUnit())
			.register(registry);
	}

	FunctionTimer timer(String name, Meter.Id id, MeterRegistry registry) {
		return FunctionTimer.builder(name, this, (sum) -> (long) sum.count(), FunctionSum::total, TimeUnit.NANOSECONDS)
			.tags(id.getTagsAsIterable())
			.description(id.getDescription())
			.register(registry);
	}

	/**
	 * Be shown by a meter of its own.
	 * @param meter the meter
	 */
	synchronized void shownBy(Meter meter) {
		this.shown = meter;
	}

	synchronized boolean isShownBy(Meter meter) {
		return this.shown == meter;
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
				FunctionSum.this.total += Increase.between(this.lastTotal, now);
				this.lastTotal = Double.isNaN(now) ? this.lastTotal : now;
			}
		}

		private void count(double now) {
			FunctionSum.this.count += Increase.between(this.lastCount, now);
			this.lastCount = Double.isNaN(now) ? this.lastCount : now;
		}

	}

}

package dev.oddkit.observability.cardinality;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Meter;

/**
 * The sum of function-backed meters. A function whose object is gone keeps the highest
 * value that was seen, so that the sum never falls.
 */
class FunctionSum {

	private final List<Part> parts = new ArrayList<>();

	synchronized void add(Meter meter) {
		this.parts.add(new Part(meter));
	}

	double count() {
		return sum((part) -> part.count);
	}

	double total() {
		return sum((part) -> part.total);
	}

	private synchronized double sum(ToDoubleFunction<Part> share) {
		this.parts.forEach(Part::read);
		return this.parts.stream().mapToDouble(share).sum();
	}

	private static final class Part {

		private final Meter meter;

		private double count;

		private double total;

		Part(Meter meter) {
			this.meter = meter;
		}

		void read() {
			if (this.meter instanceof FunctionCounter counter) {
				this.count = higher(this.count, counter.count());
			}
			else if (this.meter instanceof FunctionTimer timer) {
				this.count = higher(this.count, timer.count());
				this.total = higher(this.total, timer.totalTime(TimeUnit.NANOSECONDS));
			}
		}

		private static double higher(double before, double now) {
			// What cannot be read is not a number
			return (now > before) ? now : before;
		}

	}

}

package dev.oddkit.observability.sampling;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Admits a steady rate of new traces and a burst of one second's worth, without locks:
 * the generic cell rate algorithm, which keeps one number, the time at which the bucket
 * will be empty.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-I.371">ITU-T I.371, GCRA</a>
 */
class TraceCeiling {

	private static final long SECOND = 1_000_000_000;

	private final LongSupplier nanoTime;

	private final double perSecond;

	private final long interval;

	private final AtomicLong emptyAt;

	TraceCeiling(double perSecond, LongSupplier nanoTime) {
		this.perSecond = perSecond;
		this.nanoTime = nanoTime;
		this.interval = (perSecond > 0) ? (long) (SECOND / perSecond) : 0;
		this.emptyAt = new AtomicLong(nanoTime.getAsLong());
	}

	boolean admit() {
		if (this.perSecond <= 0) {
			return this.perSecond < 0;
		}
		while (true) {
			long now = this.nanoTime.getAsLong();
			long before = this.emptyAt.get();
			long start = (before - now > 0) ? before : now;
			// At least one trace passes, however low the rate
			if (start - now > Math.max(SECOND - this.interval, 0)) {
				return false;
			}
			if (this.emptyAt.compareAndSet(before, start + this.interval)) {
				return true;
			}
		}
	}

}

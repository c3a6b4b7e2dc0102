package dev.oddkit.observability.metrics;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.AbstractTimer;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;

/**
 * A timer that also counts in the buckets of a native histogram, and there first: a
 * scrape that reads them last never finds less than the timer had.
 */
class NativeTimer extends AbstractTimer {

	private final Timer fixed;

	NativeTimer(Timer fixed, Clock clock, PauseDetector pauses, ExponentialCounts counts) {
		super(fixed.getId(), clock, pauses, fixed.baseTimeUnit(), counts);
		this.fixed = fixed;
	}

	@Override
	protected void recordNonNegative(long amount, TimeUnit unit) {
		this.fixed.record(amount, unit);
	}

	@Override
	public long count() {
		return this.fixed.count();
	}

	@Override
	public double totalTime(TimeUnit unit) {
		return this.fixed.totalTime(unit);
	}

	@Override
	public double max(TimeUnit unit) {
		return this.fixed.max(unit);
	}

	@Override
	public HistogramSnapshot takeSnapshot() {
		return this.fixed.takeSnapshot();
	}

	@Override
	public void close() {
		super.close();
		this.fixed.close();
	}

}

package dev.oddkit.observability.metrics;

import io.micrometer.core.instrument.AbstractDistributionSummary;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;

/**
 * A summary that also counts in the buckets of a native histogram, and there first.
 */
class NativeSummary extends AbstractDistributionSummary {

	private final DistributionSummary fixed;

	NativeSummary(DistributionSummary fixed, double scale, ExponentialCounts counts) {
		super(fixed.getId(), scale, counts);
		this.fixed = fixed;
	}

	@Override
	protected void recordNonNegative(double amount) {
		this.fixed.record(amount);
	}

	@Override
	public long count() {
		return this.fixed.count();
	}

	@Override
	public double totalAmount() {
		return this.fixed.totalAmount();
	}

	@Override
	public double max() {
		return this.fixed.max();
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

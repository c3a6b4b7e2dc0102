package dev.oddkit.observability.console.metrics;

import java.util.OptionalDouble;

/**
 * A distribution over buckets whose bounds are powers of 2^(2^-scale), with a bucket for
 * zero. Quantiles are interpolated on the same logarithmic scale. Different scales are
 * joined on the coarser one.
 *
 * @param sum the sum of the values
 * @param scale the resolution; one less merges each two neighbours
 * @param zero how many were zero
 * @param positive buckets of the values above zero
 * @param negative buckets of the values below zero, by their absolute value
 */
record ExponentialBuckets(double sum, int scale, double zero, Bins positive, Bins negative) implements Amount {

	private static final long MAX_BINS = 2048;

	@Override
	public double count() {
		return this.zero + this.positive.total() + this.negative.total();
	}

	@Override
	public Amount plus(Amount other) {
		return join((ExponentialBuckets) other, 1);
	}

	@Override
	public Amount minus(Amount earlier) {
		return join((ExponentialBuckets) earlier, -1);
	}

	private ExponentialBuckets join(ExponentialBuckets other, int sign) {
		int coarser = Math.min(this.scale, other.scale);
		while (tooWide(other, coarser)) {
			coarser--;
		}
		return new ExponentialBuckets(this.sum + sign * other.sum, coarser, this.zero + sign * other.zero,
				this.positive.coarser(this.scale - coarser).plus(other.positive.coarser(other.scale - coarser), sign),
				this.negative.coarser(this.scale - coarser).plus(other.negative.coarser(other.scale - coarser), sign));
	}

	private boolean tooWide(ExponentialBuckets other, int coarser) {
		int mine = this.scale - coarser;
		int others = other.scale - coarser;
		return this.positive.coarser(mine).widthWith(other.positive.coarser(others)) > MAX_BINS
				|| this.negative.coarser(mine).widthWith(other.negative.coarser(others)) > MAX_BINS;
	}

	@Override
	public Amount times(double factor) {
		return new ExponentialBuckets(this.sum * factor, this.scale, this.zero * factor, this.positive.times(factor),
				this.negative.times(factor));
	}

	@Override
	public boolean restartedSince(Amount earlier) {
		ExponentialBuckets since = join((ExponentialBuckets) earlier, -1);
		return since.zero < 0 || since.positive.anyBelowZero() || since.negative.anyBelowZero();
	}

	@Override
	public OptionalDouble quantile(double q) {
		double rank = q * count();
		if (!(rank > 0)) {
			return OptionalDouble.empty();
		}
		double below = this.negative.total();
		if (rank <= below) {
			return OptionalDouble.of(-value(this.negative.positionAt(below - rank)));
		}
		if (rank <= below + this.zero) {
			return OptionalDouble.of(0);
		}
		return OptionalDouble.of(value(this.positive.positionAt(rank - below - this.zero)));
	}

	private double value(double position) {
		return Math.pow(2, Math.scalb(position, -this.scale));
	}

}

package dev.oddkit.observability.console.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

import dev.oddkit.observability.otlp.HistogramValue;

/**
 * A distribution over buckets with given bounds; the last bucket has no upper bound.
 * Quantiles are interpolated linearly within their bucket and never exceed the highest
 * bound. Different bounds are joined on the bounds they share.
 */
final class ExplicitBuckets implements Amount {

	private final double sum;

	private final double[] bounds;

	private final double[] counts;

	ExplicitBuckets(double sum, double[] bounds, double[] counts) {
		if (counts.length != bounds.length + 1) {
			throw new IllegalArgumentException("%d bounds need %d counts".formatted(bounds.length, bounds.length + 1));
		}
		this.sum = sum;
		this.bounds = bounds;
		this.counts = counts;
	}

	static ExplicitBuckets of(HistogramValue value) {
		boolean complete = value.counts().size() == value.bounds().size() + 1;
		double[] bounds = complete ? doubles(value.bounds()) : new double[0];
		double[] counts = complete ? doubles(value.counts()) : new double[] { value.count() };
		return new ExplicitBuckets(value.sum(), bounds, counts);
	}

	private static double[] doubles(List<? extends Number> numbers) {
		return numbers.stream().mapToDouble(Number::doubleValue).toArray();
	}

	/**
	 * Which part lies above the highest bound, where quantiles cannot follow.
	 */
	double partAboveHighestBound() {
		double count = count();
		return (count > 0) ? this.counts[this.counts.length - 1] / count : 0;
	}

	boolean hasBounds() {
		return this.bounds.length > 0;
	}

	@Override
	public double count() {
		return Arrays.stream(this.counts).sum();
	}

	@Override
	public double sum() {
		return this.sum;
	}

	@Override
	public Amount plus(Amount other) {
		return join((ExplicitBuckets) other, 1);
	}

	@Override
	public Amount minus(Amount earlier) {
		return join((ExplicitBuckets) earlier, -1);
	}

	private ExplicitBuckets join(ExplicitBuckets other, int sign) {
		if (!Arrays.equals(this.bounds, other.bounds)) {
			double[] shared = Arrays.stream(this.bounds)
				.filter((bound) -> Arrays.binarySearch(other.bounds, bound) >= 0)
				.toArray();
			return over(shared).join(other.over(shared), sign);
		}
		double[] joined = new double[this.counts.length];
		for (int i = 0; i < joined.length; i++) {
			joined[i] = this.counts[i] + sign * other.counts[i];
		}
		return new ExplicitBuckets(this.sum + sign * other.sum, this.bounds, joined);
	}

	private ExplicitBuckets over(double[] fewer) {
		double[] merged = new double[fewer.length + 1];
		for (int i = 0, target = 0; i < this.counts.length; i++) {
			merged[target] += this.counts[i];
			if (target < fewer.length && i < this.bounds.length && this.bounds[i] == fewer[target]) {
				target++;
			}
		}
		return new ExplicitBuckets(this.sum, fewer, merged);
	}

	@Override
	public Amount times(double factor) {
		return new ExplicitBuckets(this.sum * factor, this.bounds,
				Arrays.stream(this.counts).map((count) -> count * factor).toArray());
	}

	@Override
	public boolean restartedSince(Amount earlier) {
		ExplicitBuckets before = (ExplicitBuckets) earlier;
		if (!Arrays.equals(this.bounds, before.bounds)) {
			return true;
		}
		for (int i = 0; i < this.counts.length; i++) {
			if (this.counts[i] < before.counts[i]) {
				return true;
			}
		}
		return false;
	}

	@Override
	public OptionalDouble quantile(double q) {
		double rank = q * count();
		double below = 0;
		for (int i = 0; i < this.bounds.length && rank > 0; i++) {
			if (this.counts[i] > 0 && below + this.counts[i] >= rank) {
				return OptionalDouble.of(interpolate(i, (rank - below) / this.counts[i]));
			}
			below += this.counts[i];
		}
		boolean known = this.bounds.length > 0 && rank > 0;
		return known ? OptionalDouble.of(this.bounds[this.bounds.length - 1]) : OptionalDouble.empty();
	}

	private double interpolate(int bucket, double part) {
		double upper = this.bounds[bucket];
		double lower = (bucket > 0) ? this.bounds[bucket - 1] : Math.min(0, upper);
		return lower + (upper - lower) * part;
	}

}

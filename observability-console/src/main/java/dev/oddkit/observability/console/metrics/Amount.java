package dev.oddkit.observability.console.metrics;

import java.util.OptionalDouble;

import dev.oddkit.observability.otlp.ExponentialHistogramValue;
import dev.oddkit.observability.otlp.HistogramValue;
import dev.oddkit.observability.otlp.NumberValue;
import dev.oddkit.observability.otlp.PointValue;
import dev.oddkit.observability.otlp.SummaryValue;

/**
 * Something that was counted: a plain total or a distribution of values. Amounts of one
 * kind can be added, subtracted and scaled, which is all that rates need. Immutable.
 */
public sealed interface Amount permits Tally, ExplicitBuckets, ExponentialBuckets {

	/**
	 * What a point says.
	 * @param value the value of a point
	 * @return the amount
	 */
	static Amount of(PointValue value) {
		if (value instanceof HistogramValue histogram) {
			return ExplicitBuckets.of(histogram);
		}
		if (value instanceof ExponentialHistogramValue histogram) {
			return new ExponentialBuckets(histogram.sum(), histogram.scale(), histogram.zeroCount(),
					Bins.of(histogram.positiveOffset(), histogram.positiveCounts()),
					Bins.of(histogram.negativeOffset(), histogram.negativeCounts()));
		}
		if (value instanceof SummaryValue summary) {
			return new Tally(summary.count(), summary.sum());
		}
		double number = ((NumberValue) value).value();
		return new Tally(number, number);
	}

	/**
	 * How many were counted.
	 * @return the count
	 */
	double count();

	/**
	 * The sum of what was counted.
	 * @return the sum
	 */
	double sum();

	/**
	 * Both together.
	 * @param other an amount of the same kind
	 * @return the sum of both
	 */
	Amount plus(Amount other);

	/**
	 * What came since.
	 * @param earlier the amount at an earlier time, of the same kind
	 * @return the difference
	 */
	Amount minus(Amount earlier);

	/**
	 * A part of it.
	 * @param factor what to multiply with
	 * @return the scaled amount
	 */
	Amount times(double factor);

	/**
	 * Whether it cannot have grown from an earlier amount, so the counter started anew.
	 * @param earlier the amount at an earlier time
	 * @return whether anything in it is smaller, or is counted in other buckets
	 */
	boolean restartedSince(Amount earlier);

	/**
	 * The value below which a part of what was counted lies.
	 * @param q the part, from 0 to 1
	 * @return the value; empty when nothing was counted or nothing is known of the values
	 */
	OptionalDouble quantile(double q);

	/**
	 * The average of what was counted.
	 * @return the mean, empty when nothing was counted
	 */
	default OptionalDouble mean() {
		return (count() > 0) ? OptionalDouble.of(sum() / count()) : OptionalDouble.empty();
	}

}

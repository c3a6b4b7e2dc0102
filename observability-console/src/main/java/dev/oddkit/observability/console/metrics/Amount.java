package dev.oddkit.observability.console.metrics;

import java.util.OptionalDouble;

/**
 * Something that was counted: a plain total or a distribution of values. Amounts of one
 * kind can be added, subtracted and scaled, which is all that rates need. Immutable.
 */
public sealed interface Amount permits Tally, ExplicitBuckets, ExponentialBuckets {

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

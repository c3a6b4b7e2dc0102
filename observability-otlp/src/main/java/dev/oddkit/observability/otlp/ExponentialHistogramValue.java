package dev.oddkit.observability.otlp;

import java.util.List;

/**
 * Counts in buckets whose bounds are powers of {@code 2^(2^-scale)}.
 *
 * @param count the number of measurements
 * @param sum the sum of the measurements
 * @param scale the resolution
 * @param zeroCount the number of measurements that are zero or nearly so
 * @param positiveOffset the index of the first positive bucket
 * @param positiveCounts the counts of the positive buckets
 * @param negativeOffset the index of the first negative bucket
 * @param negativeCounts the counts of the negative buckets
 */
public record ExponentialHistogramValue(long count, double sum, int scale, long zeroCount, int positiveOffset,
		List<Long> positiveCounts, int negativeOffset, List<Long> negativeCounts) implements PointValue {

	/**
	 * Creates a value with copies of the lists.
	 * @param count the number of measurements
	 * @param sum the sum of the measurements
	 * @param scale the resolution
	 * @param zeroCount the number of measurements that are zero or nearly so
	 * @param positiveOffset the index of the first positive bucket
	 * @param positiveCounts the counts of the positive buckets
	 * @param negativeOffset the index of the first negative bucket
	 * @param negativeCounts the counts of the negative buckets
	 */
	public ExponentialHistogramValue {
		positiveCounts = LongList.copyOf(positiveCounts);
		negativeCounts = LongList.copyOf(negativeCounts);
	}

}

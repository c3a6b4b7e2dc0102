package dev.oddkit.observability.otlp;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Counts in buckets with explicit bounds.
 *
 * @param count the number of measurements
 * @param sum the sum of the measurements
 * @param min the smallest measurement, {@code null} when not said
 * @param max the largest measurement, {@code null} when not said
 * @param bounds the inclusive upper bounds of all buckets but the last
 * @param counts the counts, one more than bounds, or none at all
 */
public record HistogramValue(long count, double sum, @Nullable Double min, @Nullable Double max, List<Double> bounds,
		List<Long> counts) implements PointValue {

	/**
	 * Creates a value with copies of the lists.
	 * @param count the number of measurements
	 * @param sum the sum of the measurements
	 * @param min the smallest measurement
	 * @param max the largest measurement
	 * @param bounds the bounds
	 * @param counts the counts
	 */
	public HistogramValue {
		bounds = DoubleList.copyOf(bounds);
		counts = LongList.copyOf(counts);
	}

}

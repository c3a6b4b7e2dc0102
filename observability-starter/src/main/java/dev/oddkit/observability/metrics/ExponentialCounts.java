package dev.oddkit.observability.metrics;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.distribution.Histogram;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;

/**
 * Counts what a timer, in seconds, or a summary records, in buckets whose bounds are 4.4
 * % apart. The resolution is fixed, so that nobody waits for a histogram that scales
 * down: a scrape joins buckets where they are too many. An octave takes 144 bytes once it
 * has a value; beyond 2^-64 and 2^64 there is none.
 */
final class ExponentialCounts implements Histogram {

	/**
	 * The logarithm of the buckets in an octave.
	 *
	 * @see <a href=
	 * "https://prometheus.io/docs/specs/native_histograms/#schema">Schema</a>
	 */
	static final int SCHEMA = 4;

	static final double ZERO_THRESHOLD = 0x1p-64;

	private static final double[] BOUNDS = IntStream.range(0, 1 << SCHEMA)
		.mapToDouble((i) -> Math.pow(2, (double) i / (1 << SCHEMA)))
		.toArray();

	private static final int LOWEST = -64;

	private static final long MANTISSA = 0x000F_FFFF_FFFF_FFFFL;

	private static final long ONE = Double.doubleToRawLongBits(1);

	private static final double NANOS = 1e9;

	private final AtomicReferenceArray<AtomicLongArray> octaves = new AtomicReferenceArray<>(-2 * LOWEST);

	private final LongAdder zero = new LongAdder();

	@Override
	public void recordLong(long nanos) {
		recordDouble(nanos / NANOS);
	}

	@Override
	public void recordDouble(double value) {
		int bucket = bucket(value);
		int octave = (bucket >> SCHEMA) - LOWEST;
		if (octave < 0) {
			this.zero.increment();
			return;
		}
		octave = Math.min(octave, this.octaves.length() - 1);
		AtomicLongArray counts = this.octaves.get(octave);
		if (counts == null) {
			this.octaves.compareAndSet(octave, null, new AtomicLongArray(1 << SCHEMA));
			counts = this.octaves.get(octave);
		}
		counts.getAndIncrement(bucket & ((1 << SCHEMA) - 1));
	}

	/**
	 * Return the bucket by its lower bound, which is not part of it.
	 */
	private static int bucket(double value) {
		double fraction = Double.longBitsToDouble(Double.doubleToRawLongBits(value) & MANTISSA | ONE);
		int position = Arrays.binarySearch(BOUNDS, fraction);
		return (Math.getExponent(value) << SCHEMA) + ((position < 0) ? ~position : position) - 1;
	}

	long zero() {
		return this.zero.sum();
	}

	/**
	 * Return the counts of the buckets that have one.
	 */
	SortedMap<Integer, Long> counts() {
		SortedMap<Integer, Long> counts = new TreeMap<>();
		for (int octave = 0; octave < this.octaves.length(); octave++) {
			AtomicLongArray of = this.octaves.get(octave);
			for (int i = 0; of != null && i < of.length(); i++) {
				if (of.get(i) > 0) {
					counts.put(((octave + LOWEST) << SCHEMA) + i, of.get(i));
				}
			}
		}
		return counts;
	}

	@Override
	public HistogramSnapshot takeSnapshot(long count, double total, double max) {
		return HistogramSnapshot.empty(count, total, max);
	}

}

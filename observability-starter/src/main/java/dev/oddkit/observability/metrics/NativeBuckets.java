package dev.oddkit.observability.metrics;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.opentelemetry.sdk.metrics.data.ExponentialHistogramBuckets;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramPointData;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.NativeHistogramBuckets;

/**
 * Turns the buckets of an exponential histogram, which have the number of their lower
 * bound, into those of a native one, which have that of the upper one. Prometheus knows
 * no finer schema than 8: finer buckets are joined.
 */
final class NativeBuckets {

	/**
	 * As many as the SDK has.
	 */
	static final int MAX = 160;

	private static final int FINEST = 8;

	private NativeBuckets() {
	}

	static int schema(ExponentialHistogramPointData point) {
		return Math.min(point.getScale(), FINEST);
	}

	static NativeHistogramBuckets of(ExponentialHistogramBuckets buckets) {
		List<Long> counts = buckets.getBucketCounts();
		SortedMap<Integer, Long> byNumber = new TreeMap<>();
		for (int i = 0; i < counts.size(); i++) {
			if (counts.get(i) > 0) {
				byNumber.put(buckets.getOffset() + i, counts.get(i));
			}
		}
		return upper(coarser(byNumber, Math.max(buckets.getScale() - FINEST, 0)));
	}

	/**
	 * Return a point with exponential counts beside its fixed ones. What came between the
	 * reading of the two is in the last of the fixed buckets: both must have one count.
	 */
	static HistogramDataPointSnapshot beside(HistogramDataPointSnapshot point, ExponentialCounts exponential) {
		long zero = exponential.zero();
		SortedMap<Integer, Long> counts = exponential.counts();
		long more = zero + counts.values().stream().mapToLong(Long::longValue).sum() - point.getCount();
		int joined = 0;
		for (; counts.size() > MAX; joined++) {
			counts = coarser(counts, 1);
		}
		return new HistogramDataPointSnapshot(withMore(point.getClassicBuckets(), more),
				ExponentialCounts.SCHEMA - joined, zero, ExponentialCounts.ZERO_THRESHOLD, upper(counts),
				NativeHistogramBuckets.EMPTY, point.getSum(), point.getLabels(), point.getExemplars(),
				point.getCreatedTimestampMillis());
	}

	private static ClassicHistogramBuckets withMore(ClassicHistogramBuckets buckets, long more) {
		double[] bounds = new double[buckets.size()];
		long[] counts = new long[buckets.size()];
		for (int i = 0; i < bounds.length; i++) {
			bounds[i] = buckets.getUpperBound(i);
			counts[i] = buckets.getCount(i);
		}
		counts[counts.length - 1] += more;
		return ClassicHistogramBuckets.of(bounds, counts);
	}

	private static SortedMap<Integer, Long> coarser(SortedMap<Integer, Long> counts, int by) {
		SortedMap<Integer, Long> joined = new TreeMap<>();
		counts.forEach((bucket, count) -> joined.merge(bucket >> by, count, Long::sum));
		return joined;
	}

	private static NativeHistogramBuckets upper(SortedMap<Integer, Long> counts) {
		return NativeHistogramBuckets.of(counts.keySet().stream().map((bucket) -> bucket + 1).toList(),
				List.copyOf(counts.values()));
	}

}

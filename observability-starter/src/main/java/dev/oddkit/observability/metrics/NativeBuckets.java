package dev.oddkit.observability.metrics;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.opentelemetry.sdk.metrics.data.ExponentialHistogramBuckets;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramPointData;
import io.prometheus.metrics.model.snapshots.NativeHistogramBuckets;

/**
 * Turns the buckets of an exponential histogram into those of a native one. Prometheus
 * knows no finer schema than 8: finer buckets are joined.
 */
final class NativeBuckets {

	private static final int FINEST = 8;

	private NativeBuckets() {
	}

	static int schema(ExponentialHistogramPointData point) {
		return Math.min(point.getScale(), FINEST);
	}

	static NativeHistogramBuckets of(ExponentialHistogramBuckets buckets) {
		int coarser = Math.max(buckets.getScale() - FINEST, 0);
		List<Long> counts = buckets.getBucketCounts();
		SortedMap<Integer, Long> joined = new TreeMap<>();
		for (int i = 0; i < counts.size(); i++) {
			if (counts.get(i) > 0) {
				// OpenTelemetry numbers by the lower bound, Prometheus by the upper one
				joined.merge(((buckets.getOffset() + i) >> coarser) + 1, counts.get(i), Long::sum);
			}
		}
		return NativeHistogramBuckets.of(List.copyOf(joined.keySet()), List.copyOf(joined.values()));
	}

}

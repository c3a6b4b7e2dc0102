package dev.oddkit.observability.cardinality;

import java.util.Arrays;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.micrometer.core.instrument.distribution.HistogramSupport;
import org.jspecify.annotations.Nullable;

/**
 * Counts the time series that one meter exposes: its buckets and percentiles, and the
 * count, sum and maximum of a timer.
 */
final class SeriesCost {

	private SeriesCost() {
	}

	/**
	 * Count the series of a meter.
	 * @param meter the meter
	 * @param configuration how its distribution was configured, if it has one
	 * @return the series of one label set
	 */
	static int of(Meter meter, @Nullable DistributionStatisticConfig configuration) {
		if (!isReadable(meter)) {
			double[] boundaries = (configuration != null) ? configuration.getServiceLevelObjectiveBoundaries() : null;
			return (boundaries != null) ? 3 + buckets(boundaries) : 1;
		}
		if (meter instanceof Timer || meter instanceof DistributionSummary || meter instanceof LongTaskTimer) {
			HistogramSnapshot snapshot = ((HistogramSupport) meter).takeSnapshot();
			double[] boundaries = Arrays.stream(snapshot.histogramCounts())
				.mapToDouble(CountAtBucket::bucket)
				.toArray();
			return 3 + buckets(boundaries) + snapshot.percentileValues().length;
		}
		return (meter instanceof FunctionTimer) ? 2 : 1;
	}

	/**
	 * Return the number of buckets; the one without a bound is exposed too.
	 */
	private static int buckets(double[] boundaries) {
		int bounds = boundaries.length;
		return (bounds == 0 || boundaries[bounds - 1] == Double.POSITIVE_INFINITY) ? bounds : bounds + 1;
	}

	/**
	 * Return whether a meter knows what it counted; those that the SDK records for
	 * Micrometer do not, and warn whoever asks. A composite may have one of them.
	 */
	private static boolean isReadable(Meter meter) {
		String type = meter.getClass().getName();
		return !type.startsWith("io.opentelemetry.") && !type.startsWith("io.micrometer.core.instrument.composite.");
	}

}

package dev.oddkit.observability.cardinality;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.micrometer.core.instrument.distribution.HistogramSupport;

/**
 * Counts the time series that one meter exposes: its buckets and percentiles, and the
 * count, sum and maximum of a timer.
 */
final class SeriesCost {

	private SeriesCost() {
	}

	static int of(Meter meter) {
		if (meter instanceof Timer || meter instanceof DistributionSummary || meter instanceof LongTaskTimer) {
			HistogramSnapshot snapshot = ((HistogramSupport) meter).takeSnapshot();
			return 3 + snapshot.histogramCounts().length + snapshot.percentileValues().length;
		}
		return (meter instanceof FunctionTimer) ? 2 : 1;
	}

}

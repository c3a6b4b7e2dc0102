package dev.oddkit.observability.metrics;

import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.Quantiles;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;

/**
 * What a histogram without bounds says, count and sum, as a summary.
 */
final class HistogramSummary {

	private HistogramSummary() {
	}

	static boolean hasNoBounds(HistogramSnapshot histogram) {
		return histogram.getDataPoints()
			.stream()
			.allMatch((point) -> !point.hasNativeHistogramData() && point.getClassicBuckets().size() <= 1);
	}

	static SummarySnapshot of(HistogramSnapshot histogram, MetricMetadata metadata) {
		return new SummarySnapshot(metadata,
				histogram.getDataPoints().stream().map(HistogramSummary::summary).toList());
	}

	private static SummaryDataPointSnapshot summary(HistogramDataPointSnapshot point) {
		return new SummaryDataPointSnapshot(point.getCount(), point.getSum(), Quantiles.EMPTY, point.getLabels(),
				point.getExemplars(), point.getCreatedTimestampMillis());
	}

}

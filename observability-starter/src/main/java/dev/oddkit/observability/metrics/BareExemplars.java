package dev.oddkit.observability.metrics;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.DoubleExemplarData;
import io.opentelemetry.sdk.metrics.data.ExemplarData;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramData;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramPointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableHistogramData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableHistogramPointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableMetricData;

/**
 * Takes from the exemplars of histograms the attributes that the instrumentation or a
 * view left out of the series: the text of a query would leave by that door.
 */
final class BareExemplars {

	private BareExemplars() {
	}

	static MetricData of(MetricData metric) {
		return switch (metric.getType()) {
			case HISTOGRAM -> isBare(metric.getHistogramData().getPoints()) ? metric
					: ImmutableMetricData.createDoubleHistogram(metric.getResource(),
							metric.getInstrumentationScopeInfo(), metric.getName(), metric.getDescription(),
							metric.getUnit(),
							ImmutableHistogramData.create(metric.getHistogramData().getAggregationTemporality(),
									points(metric.getHistogramData().getPoints(), BareExemplars::fixed)));
			case EXPONENTIAL_HISTOGRAM -> isBare(metric.getExponentialHistogramData()
				.getPoints()) ? metric : ImmutableMetricData.createExponentialHistogram(metric.getResource(),
						metric.getInstrumentationScopeInfo(), metric.getName(), metric.getDescription(),
						metric.getUnit(),
						ExponentialHistogramData.create(
								metric.getExponentialHistogramData().getAggregationTemporality(),
								points(metric.getExponentialHistogramData().getPoints(), BareExemplars::exponential)));
			default -> metric;
		};
	}

	private static boolean isBare(Collection<? extends PointData> points) {
		return points.stream()
			.flatMap((point) -> point.getExemplars().stream())
			.map(ExemplarData::getFilteredAttributes)
			.allMatch(Attributes::isEmpty);
	}

	private static <P> List<P> points(Collection<P> points, UnaryOperator<P> bare) {
		return points.stream().map(bare).toList();
	}

	private static HistogramPointData fixed(HistogramPointData point) {
		return ImmutableHistogramPointData.create(point.getStartEpochNanos(), point.getEpochNanos(),
				point.getAttributes(), point.getSum(), point.hasMin(), point.getMin(), point.hasMax(), point.getMax(),
				point.getBoundaries(), point.getCounts(), exemplars(point.getExemplars()));
	}

	private static ExponentialHistogramPointData exponential(ExponentialHistogramPointData point) {
		return ExponentialHistogramPointData.create(point.getScale(), point.getSum(), point.getZeroCount(),
				point.hasMin(), point.getMin(), point.hasMax(), point.getMax(), point.getPositiveBuckets(),
				point.getNegativeBuckets(), point.getStartEpochNanos(), point.getEpochNanos(), point.getAttributes(),
				exemplars(point.getExemplars()));
	}

	private static List<DoubleExemplarData> exemplars(List<DoubleExemplarData> exemplars) {
		return exemplars.stream()
			.map((exemplar) -> DoubleExemplarData.create(Attributes.empty(), exemplar.getEpochNanos(),
					exemplar.getSpanContext(), exemplar.getValue()))
			.toList();
	}

}

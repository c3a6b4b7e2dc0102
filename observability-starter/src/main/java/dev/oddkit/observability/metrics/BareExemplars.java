package dev.oddkit.observability.metrics;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.DoubleExemplarData;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.ExemplarData;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramData;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramPointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongExemplarData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.metrics.data.SumData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableDoublePointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableGaugeData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableHistogramData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableHistogramPointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableLongPointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableMetricData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableSumData;

/**
 * Takes from exemplars the attributes that the instrumentation or a view left out of the
 * series: the text of a query would leave by that door.
 */
final class BareExemplars {

	private BareExemplars() {
	}

	static MetricData of(MetricData metric) {
		if (isBare(metric.getData().getPoints())) {
			return metric;
		}
		return switch (metric.getType()) {
			case HISTOGRAM -> ImmutableMetricData.createDoubleHistogram(metric.getResource(),
					metric.getInstrumentationScopeInfo(), metric.getName(), metric.getDescription(), metric.getUnit(),
					ImmutableHistogramData.create(metric.getHistogramData().getAggregationTemporality(),
							points(metric.getHistogramData().getPoints(), BareExemplars::fixed)));
			case EXPONENTIAL_HISTOGRAM -> ImmutableMetricData.createExponentialHistogram(metric.getResource(),
					metric.getInstrumentationScopeInfo(), metric.getName(), metric.getDescription(), metric.getUnit(),
					ExponentialHistogramData.create(metric.getExponentialHistogramData().getAggregationTemporality(),
							points(metric.getExponentialHistogramData().getPoints(), BareExemplars::exponential)));
			case LONG_SUM -> ImmutableMetricData.createLongSum(metric.getResource(),
					metric.getInstrumentationScopeInfo(), metric.getName(), metric.getDescription(), metric.getUnit(),
					sum(metric.getLongSumData(), BareExemplars::integer));
			case DOUBLE_SUM -> ImmutableMetricData.createDoubleSum(metric.getResource(),
					metric.getInstrumentationScopeInfo(), metric.getName(), metric.getDescription(), metric.getUnit(),
					sum(metric.getDoubleSumData(), BareExemplars::number));
			case LONG_GAUGE -> ImmutableMetricData.createLongGauge(metric.getResource(),
					metric.getInstrumentationScopeInfo(), metric.getName(), metric.getDescription(), metric.getUnit(),
					ImmutableGaugeData.create(points(metric.getLongGaugeData().getPoints(), BareExemplars::integer)));
			case DOUBLE_GAUGE -> ImmutableMetricData.createDoubleGauge(metric.getResource(),
					metric.getInstrumentationScopeInfo(), metric.getName(), metric.getDescription(), metric.getUnit(),
					ImmutableGaugeData.create(points(metric.getDoubleGaugeData().getPoints(), BareExemplars::number)));
			case SUMMARY -> metric;
		};
	}

	private static <P extends PointData> SumData<P> sum(SumData<P> sum, UnaryOperator<P> bare) {
		return ImmutableSumData.create(sum.isMonotonic(), sum.getAggregationTemporality(),
				points(sum.getPoints(), bare));
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

	private static LongPointData integer(LongPointData point) {
		return ImmutableLongPointData.create(point.getStartEpochNanos(), point.getEpochNanos(), point.getAttributes(),
				point.getValue(),
				point.getExemplars()
					.stream()
					.map((exemplar) -> LongExemplarData.create(Attributes.empty(), exemplar.getEpochNanos(),
							exemplar.getSpanContext(), exemplar.getValue()))
					.toList());
	}

	private static DoublePointData number(DoublePointData point) {
		return ImmutableDoublePointData.create(point.getStartEpochNanos(), point.getEpochNanos(), point.getAttributes(),
				point.getValue(), exemplars(point.getExemplars()));
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

package dev.oddkit.observability.metrics;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramPointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.metrics.data.SummaryPointData;
import io.opentelemetry.sdk.resources.Resource;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.Quantile;
import io.prometheus.metrics.model.snapshots.Quantiles;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;

/**
 * Turns cumulative metrics of the SDK into families of the Prometheus client.
 *
 * @see <a href=
 * "https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/#otlp-metric-points-to-prometheus">
 * OTLP metric points to Prometheus</a>
 */
class PrometheusFamilies {

	private final RecentExemplars exemplars = new RecentExemplars();

	void begin() {
		this.exemplars.begin();
	}

	MetricSnapshot convert(MetricData metric) {
		return switch (metric.getType()) {
			case LONG_GAUGE -> gauge(metric, metric.getLongGaugeData().getPoints(), LongPointData::getValue);
			case DOUBLE_GAUGE -> gauge(metric, metric.getDoubleGaugeData().getPoints(), DoublePointData::getValue);
			case LONG_SUM -> sum(metric, metric.getLongSumData().isMonotonic(), metric.getLongSumData().getPoints(),
					LongPointData::getValue);
			case DOUBLE_SUM -> sum(metric, metric.getDoubleSumData().isMonotonic(),
					metric.getDoubleSumData().getPoints(), DoublePointData::getValue);
			case HISTOGRAM -> new HistogramSnapshot(PrometheusNames.of(metric),
					points(metric.getHistogramData().getPoints(), (point) -> fixed(metric, point)));
			case EXPONENTIAL_HISTOGRAM -> new HistogramSnapshot(PrometheusNames.of(metric),
					points(metric.getExponentialHistogramData().getPoints(), (point) -> exponential(metric, point)));
			case SUMMARY -> new SummarySnapshot(PrometheusNames.of(metric),
					points(metric.getSummaryData().getPoints(), (point) -> summary(metric, point)));
		};
	}

	MetricSnapshot targetInfo(Resource resource) {
		Labels labels = PrometheusLabels.of(resource.getAttributes());
		return new InfoSnapshot(new MetricMetadata("target", "The resource of this process"),
				List.of(new InfoDataPointSnapshot(labels)));
	}

	private <P extends PointData> MetricSnapshot sum(MetricData metric, boolean monotonic, Collection<P> points,
			Function<P, Number> value) {
		if (!monotonic) {
			return gauge(metric, points, value);
		}
		return new CounterSnapshot(PrometheusNames.of(metric),
				points(points, (point) -> new CounterDataPointSnapshot(value.apply(point).doubleValue(),
						labels(metric, point.getAttributes()), this.exemplars.newest(metric, point), created(point))));
	}

	private <P extends PointData> MetricSnapshot gauge(MetricData metric, Collection<P> points,
			Function<P, Number> value) {
		return new GaugeSnapshot(PrometheusNames.of(metric),
				points(points, (point) -> new GaugeDataPointSnapshot(value.apply(point).doubleValue(),
						labels(metric, point.getAttributes()), null)));
	}

	private HistogramDataPointSnapshot fixed(MetricData metric, HistogramPointData point) {
		int bounds = point.getBoundaries().size();
		double[] upper = new double[bounds + 1];
		long[] counts = new long[bounds + 1];
		for (int i = 0; i <= bounds; i++) {
			upper[i] = (i < bounds) ? point.getBoundaries().get(i) : Double.POSITIVE_INFINITY;
			counts[i] = point.getCounts().get(i);
		}
		return new HistogramDataPointSnapshot(ClassicHistogramBuckets.of(upper, counts), point.getSum(),
				labels(metric, point.getAttributes()), this.exemplars.of(metric, point), created(point));
	}

	private HistogramDataPointSnapshot exponential(MetricData metric, ExponentialHistogramPointData point) {
		return new HistogramDataPointSnapshot(NativeBuckets.schema(point), point.getZeroCount(), 0,
				NativeBuckets.of(point.getPositiveBuckets()), NativeBuckets.of(point.getNegativeBuckets()),
				point.getSum(), labels(metric, point.getAttributes()), this.exemplars.of(metric, point),
				created(point));
	}

	private SummaryDataPointSnapshot summary(MetricData metric, SummaryPointData point) {
		List<Quantile> quantiles = point.getValues()
			.stream()
			.map((value) -> new Quantile(value.getQuantile(), value.getValue()))
			.toList();
		return new SummaryDataPointSnapshot(point.getCount(), point.getSum(), Quantiles.of(quantiles),
				labels(metric, point.getAttributes()), Exemplars.EMPTY, created(point));
	}

	private static <P, S> List<S> points(Collection<P> points, Function<P, S> conversion) {
		return points.stream().map(conversion).toList();
	}

	private static Labels labels(MetricData metric, Attributes attributes) {
		return PrometheusLabels.of(attributes, metric.getInstrumentationScopeInfo());
	}

	private static long created(PointData point) {
		return Duration.ofNanos(point.getStartEpochNanos()).toMillis();
	}

}

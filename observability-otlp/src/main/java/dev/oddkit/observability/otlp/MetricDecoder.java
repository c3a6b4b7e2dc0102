package dev.oddkit.observability.otlp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import org.jspecify.annotations.Nullable;

/**
 * Turns a metrics request into metrics. It leaves out a metric of a type that it does not
 * know.
 */
final class MetricDecoder {

	private final ValueDecoder values;

	private final PointDecoder points;

	MetricDecoder(ValueDecoder values) {
		this.values = values;
		this.points = new PointDecoder(values);
	}

	Decoded<Metric> decode(ExportMetricsServiceRequest request) {
		List<Metric> metrics = new ArrayList<>();
		int invalid = 0;
		String problem = "";
		for (ResourceMetrics resourceMetrics : request.getResourceMetricsList()) {
			Resource resource = this.values.resource(resourceMetrics.getResource());
			for (ScopeMetrics scopeMetrics : resourceMetrics.getScopeMetricsList()) {
				Scope scope = this.values.scope(scopeMetrics.getScope());
				for (io.opentelemetry.proto.metrics.v1.Metric source : scopeMetrics.getMetricsList()) {
					Data data = data(source);
					if (data != null) {
						metrics.add(new Metric(source.getName(), source.getDescription(), source.getUnit(), data.type(),
								data.monotonic(), data.temporality(), data.points(), scope, resource));
					}
					else if (invalid++ == 0) {
						problem = "The metric '" + source.getName() + "' has no data of a known type";
					}
				}
			}
		}
		return new Decoded<>(Collections.unmodifiableList(metrics), invalid, problem);
	}

	private @Nullable Data data(io.opentelemetry.proto.metrics.v1.Metric source) {
		return switch (source.getDataCase()) {
			case GAUGE -> new Data(MetricType.GAUGE, false, Temporality.UNSPECIFIED,
					this.points.numbers(source.getGauge().getDataPointsList()));
			case SUM -> new Data(MetricType.SUM, source.getSum().getIsMonotonic(),
					temporality(source.getSum().getAggregationTemporality()),
					this.points.numbers(source.getSum().getDataPointsList()));
			case HISTOGRAM ->
				new Data(MetricType.HISTOGRAM, false, temporality(source.getHistogram().getAggregationTemporality()),
						this.points.histograms(source.getHistogram().getDataPointsList()));
			case EXPONENTIAL_HISTOGRAM -> new Data(MetricType.EXPONENTIAL_HISTOGRAM, false,
					temporality(source.getExponentialHistogram().getAggregationTemporality()),
					this.points.exponentialHistograms(source.getExponentialHistogram().getDataPointsList()));
			case SUMMARY -> new Data(MetricType.SUMMARY, false, Temporality.UNSPECIFIED,
					this.points.summaries(source.getSummary().getDataPointsList()));
			default -> null;
		};
	}

	private static Temporality temporality(AggregationTemporality temporality) {
		return switch (temporality) {
			case AGGREGATION_TEMPORALITY_DELTA -> Temporality.DELTA;
			case AGGREGATION_TEMPORALITY_CUMULATIVE -> Temporality.CUMULATIVE;
			default -> Temporality.UNSPECIFIED;
		};
	}

	private record Data(MetricType type, boolean monotonic, Temporality temporality, List<MetricPoint> points) {
	}

}

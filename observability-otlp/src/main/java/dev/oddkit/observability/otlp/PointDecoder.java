package dev.oddkit.observability.otlp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.opentelemetry.proto.metrics.v1.DataPointFlags;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;

/**
 * Turns the points of each type into records. It leaves out points that say that no value
 * was recorded.
 */
final class PointDecoder {

	private final ValueDecoder values;

	PointDecoder(ValueDecoder values) {
		this.values = values;
	}

	List<MetricPoint> numbers(List<NumberDataPoint> points) {
		return points.stream()
			.filter((point) -> recorded(point.getFlags()))
			.map((point) -> new MetricPoint(this.values.attributes(point.getAttributesList()),
					point.getStartTimeUnixNano(), point.getTimeUnixNano(),
					new NumberValue(point.hasAsInt() ? point.getAsInt() : point.getAsDouble()),
					exemplars(point.getExemplarsList())))
			.toList();
	}

	List<MetricPoint> histograms(List<HistogramDataPoint> points) {
		return points.stream()
			.filter((point) -> recorded(point.getFlags()))
			.map((point) -> new MetricPoint(this.values.attributes(point.getAttributesList()),
					point.getStartTimeUnixNano(), point.getTimeUnixNano(), histogram(point),
					exemplars(point.getExemplarsList())))
			.toList();
	}

	List<MetricPoint> exponentialHistograms(List<ExponentialHistogramDataPoint> points) {
		return points.stream()
			.filter((point) -> recorded(point.getFlags()))
			.map((point) -> new MetricPoint(this.values.attributes(point.getAttributesList()),
					point.getStartTimeUnixNano(), point.getTimeUnixNano(), exponentialHistogram(point),
					exemplars(point.getExemplarsList())))
			.toList();
	}

	List<MetricPoint> summaries(List<SummaryDataPoint> points) {
		return points.stream()
			.filter((point) -> recorded(point.getFlags()))
			.map((point) -> new MetricPoint(this.values.attributes(point.getAttributesList()),
					point.getStartTimeUnixNano(), point.getTimeUnixNano(), summary(point), List.of()))
			.toList();
	}

	private static HistogramValue histogram(HistogramDataPoint point) {
		return new HistogramValue(point.getCount(), point.getSum(), point.hasMin() ? point.getMin() : null,
				point.hasMax() ? point.getMax() : null, point.getExplicitBoundsList(), point.getBucketCountsList());
	}

	private static ExponentialHistogramValue exponentialHistogram(ExponentialHistogramDataPoint point) {
		return new ExponentialHistogramValue(point.getCount(), point.getSum(), point.getScale(), point.getZeroCount(),
				point.getPositive().getOffset(), point.getPositive().getBucketCountsList(),
				point.getNegative().getOffset(), point.getNegative().getBucketCountsList());
	}

	private static SummaryValue summary(SummaryDataPoint point) {
		Map<Double, Double> quantiles = new LinkedHashMap<>();
		point.getQuantileValuesList().forEach((value) -> quantiles.put(value.getQuantile(), value.getValue()));
		return new SummaryValue(point.getCount(), point.getSum(), quantiles);
	}

	private List<Exemplar> exemplars(List<io.opentelemetry.proto.metrics.v1.Exemplar> exemplars) {
		return exemplars.stream().map(this::exemplar).toList();
	}

	private Exemplar exemplar(io.opentelemetry.proto.metrics.v1.Exemplar source) {
		return new Exemplar(source.getTimeUnixNano(), source.hasAsInt() ? source.getAsInt() : source.getAsDouble(),
				this.values.traceId(source.getTraceId()), this.values.spanId(source.getSpanId()),
				this.values.attributes(source.getFilteredAttributesList()));
	}

	private static boolean recorded(int flags) {
		return (flags & DataPointFlags.DATA_POINT_FLAGS_NO_RECORDED_VALUE_MASK_VALUE) == 0;
	}

}

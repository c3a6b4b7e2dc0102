package dev.oddkit.observability.console.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Exemplar;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.Sum;

/**
 * Writes metrics with one point each, cumulative.
 */
public final class SampleMetrics {

	private SampleMetrics() {
	}

	/**
	 * A counter.
	 * @param name its name
	 * @param attributes its attributes
	 * @param start when it began
	 * @param time when it was read
	 * @param value its value
	 * @return the metric
	 */
	public static Metric counter(String name, Map<String, ?> attributes, long start, long time, double value) {
		return Metric.newBuilder()
			.setName(name)
			.setSum(Sum.newBuilder()
				.setIsMonotonic(true)
				.setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE)
				.addDataPoints(point(attributes, start, time, value)))
			.build();
	}

	/**
	 * A gauge.
	 * @param name its name
	 * @param unit its unit
	 * @param attributes its attributes
	 * @param time when it was read
	 * @param value its value
	 * @return the metric
	 */
	public static Metric gauge(String name, String unit, Map<String, ?> attributes, long time, double value) {
		return Metric.newBuilder()
			.setName(name)
			.setUnit(unit)
			.setGauge(Gauge.newBuilder().addDataPoints(point(attributes, 0, time, value)))
			.build();
	}

	/**
	 * A histogram with all values that were ever recorded.
	 * @param name its name
	 * @param unit its unit
	 * @param attributes its attributes
	 * @param start when it began
	 * @param time when it was read
	 * @param bounds bounds of its buckets
	 * @param values the values
	 * @param traceIds trace and span of an exemplar of the last value, or nothing
	 * @return the metric
	 */
	public static Metric histogram(String name, String unit, Map<String, ?> attributes, long start, long time,
			List<Double> bounds, List<Double> values, String... traceIds) {
		long[] counts = new long[bounds.size() + 1];
		for (double value : values) {
			int bucket = 0;
			while (bucket < bounds.size() && value > bounds.get(bucket)) {
				bucket++;
			}
			counts[bucket]++;
		}
		HistogramDataPoint.Builder point = HistogramDataPoint.newBuilder()
			.addAllAttributes(Otlp.attributes(attributes))
			.setStartTimeUnixNano(start)
			.setTimeUnixNano(time)
			.setCount(values.size())
			.setSum(values.stream().mapToDouble(Double::doubleValue).sum())
			.addAllExplicitBounds(bounds)
			.addAllBucketCounts(new ArrayList<>(Arrays.stream(counts).boxed().toList()));
		if (traceIds.length == 2 && !values.isEmpty()) {
			point.addExemplars(Exemplar.newBuilder()
				.setTimeUnixNano(time)
				.setAsDouble(values.get(values.size() - 1))
				.setTraceId(Otlp.id(traceIds[0]))
				.setSpanId(Otlp.id(traceIds[1])));
		}
		return Metric.newBuilder()
			.setName(name)
			.setUnit(unit)
			.setHistogram(Histogram.newBuilder()
				.setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE)
				.addDataPoints(point))
			.build();
	}

	private static NumberDataPoint point(Map<String, ?> attributes, long start, long time, double value) {
		return NumberDataPoint.newBuilder()
			.addAllAttributes(Otlp.attributes(attributes))
			.setStartTimeUnixNano(start)
			.setTimeUnixNano(time)
			.setAsDouble(value)
			.build();
	}

}

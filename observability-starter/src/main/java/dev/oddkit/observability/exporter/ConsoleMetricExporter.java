package dev.oddkit.observability.exporter;

import java.io.PrintStream;
import java.util.Collection;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.ExponentialHistogramPointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;

/**
 * Prints each series on a line of its own, without the resource. The SDK's exporter logs
 * both by way of {@code java.util.logging}, which Spring Boot has let go of when the last
 * step of a short program comes.
 */
class ConsoleMetricExporter implements MetricExporter {

	/**
	 * Tell whether an exporter is the SDK's for the console.
	 * @param exporter the exporter
	 * @return whether it is
	 */
	static boolean replaces(MetricExporter exporter) {
		return exporter.getClass().getName().equals("io.opentelemetry.exporter.logging.LoggingMetricExporter");
	}

	@Override
	public CompletableResultCode export(Collection<MetricData> metrics) {
		PrintStream console = System.out;
		for (MetricData metric : metrics) {
			metric.getData()
				.getPoints()
				.forEach((point) -> console.println(
						metric.getName() + " " + point.getAttributes() + " " + value(point) + " " + metric.getUnit()));
		}
		return CompletableResultCode.ofSuccess();
	}

	private static String value(PointData point) {
		if (point instanceof LongPointData number) {
			return String.valueOf(number.getValue());
		}
		if (point instanceof DoublePointData number) {
			return String.valueOf(number.getValue());
		}
		if (point instanceof HistogramPointData histogram) {
			return "count=" + histogram.getCount() + " sum=" + histogram.getSum();
		}
		if (point instanceof ExponentialHistogramPointData histogram) {
			return "count=" + histogram.getCount() + " sum=" + histogram.getSum();
		}
		return point.toString();
	}

	@Override
	public AggregationTemporality getAggregationTemporality(InstrumentType instrumentType) {
		return AggregationTemporality.CUMULATIVE;
	}

	@Override
	public CompletableResultCode flush() {
		return CompletableResultCode.ofSuccess();
	}

	@Override
	public CompletableResultCode shutdown() {
		return CompletableResultCode.ofSuccess();
	}

}

package dev.oddkit.observability;

import java.util.Collection;
import java.util.function.Consumer;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * Exporters as a user would write them, which hand on what they get, item by item.
 */
public final class UserExporters {

	private UserExporters() {
	}

	public static SpanExporter ofSpans(Consumer<SpanData> receiver) {
		return new Spans(receiver);
	}

	/**
	 * Create an exporter of log records.
	 * @param receiver gets those of the logger shop
	 * @return the exporter
	 */
	public static LogRecordExporter ofLogs(Consumer<LogRecordData> receiver) {
		return new Logs(receiver);
	}

	public static MetricExporter ofMetrics(Consumer<MetricData> receiver) {
		return new Metrics(receiver);
	}

	private record Spans(Consumer<SpanData> receiver) implements SpanExporter {

		@Override
		public CompletableResultCode export(Collection<SpanData> spans) {
			spans.forEach(this.receiver);
			return CompletableResultCode.ofSuccess();
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

	private record Logs(Consumer<LogRecordData> receiver) implements LogRecordExporter {

		@Override
		public CompletableResultCode export(Collection<LogRecordData> logs) {
			logs.stream()
				.filter((log) -> log.getInstrumentationScopeInfo().getName().equals("shop"))
				.forEach(this.receiver);
			return CompletableResultCode.ofSuccess();
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

	private record Metrics(Consumer<MetricData> receiver) implements MetricExporter {

		@Override
		public CompletableResultCode export(Collection<MetricData> metrics) {
			metrics.forEach(this.receiver);
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode flush() {
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public CompletableResultCode shutdown() {
			return CompletableResultCode.ofSuccess();
		}

		@Override
		public AggregationTemporality getAggregationTemporality(InstrumentType instrumentType) {
			return AggregationTemporality.CUMULATIVE;
		}

	}

}

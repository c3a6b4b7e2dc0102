package dev.oddkit.observability;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Function;

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
 * Exporters as a user would write them: what an export does is given, or the items are
 * handed on one by one.
 */
public final class UserExporters {

	private UserExporters() {
	}

	public static SpanExporter ofSpans(Consumer<SpanData> receiver) {
		return spans(each(receiver));
	}

	public static SpanExporter spans(Function<Collection<SpanData>, CompletableResultCode> export) {
		return new Spans(export);
	}

	/**
	 * Create an exporter of log records.
	 * @param receiver gets those of the logger shop
	 * @return the exporter
	 */
	public static LogRecordExporter ofLogs(Consumer<LogRecordData> receiver) {
		return logs(each((log) -> {
			if (log.getInstrumentationScopeInfo().getName().equals("shop")) {
				receiver.accept(log);
			}
		}));
	}

	public static LogRecordExporter logs(Function<Collection<LogRecordData>, CompletableResultCode> export) {
		return new Logs(export);
	}

	public static MetricExporter ofMetrics(Consumer<MetricData> receiver) {
		return metrics(AggregationTemporality.CUMULATIVE, each(receiver));
	}

	public static MetricExporter metrics(AggregationTemporality temporality,
			Function<Collection<MetricData>, CompletableResultCode> export) {
		return new Metrics(temporality, export);
	}

	private static <T> Function<Collection<T>, CompletableResultCode> each(Consumer<T> receiver) {
		return (items) -> {
			items.forEach(receiver);
			return CompletableResultCode.ofSuccess();
		};
	}

	private record Spans(Function<Collection<SpanData>, CompletableResultCode> export) implements SpanExporter {

		@Override
		public CompletableResultCode export(Collection<SpanData> spans) {
			return this.export.apply(spans);
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

	private record Logs(
			Function<Collection<LogRecordData>, CompletableResultCode> export) implements LogRecordExporter {

		@Override
		public CompletableResultCode export(Collection<LogRecordData> logs) {
			return this.export.apply(logs);
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

	private record Metrics(AggregationTemporality temporality,
			Function<Collection<MetricData>, CompletableResultCode> export) implements MetricExporter {

		@Override
		public CompletableResultCode export(Collection<MetricData> metrics) {
			return this.export.apply(metrics);
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
			return this.temporality;
		}

	}

}

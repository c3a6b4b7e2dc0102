package dev.oddkit.observability.exporter;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.logs.OtlpGrpcLogRecordExporter;
import io.opentelemetry.exporter.otlp.metrics.OtlpGrpcMetricExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of the SDK's six OTLP exporters have in common, which is no type of
 * theirs.
 *
 * @param <T> the type of the exporter
 * @param endpoint sets the URL
 * @param header adds a header
 * @param build builds the exporter
 */
record OtlpBuilder<T>(Consumer<String> endpoint, BiConsumer<String, String> header, Supplier<? extends T> build) {

	static @Nullable OtlpBuilder<SpanExporter> of(SpanExporter exporter) {
		if (exporter instanceof OtlpHttpSpanExporter http) {
			var builder = http.toBuilder();
			return new OtlpBuilder<>(builder::setEndpoint, builder::addHeader, builder::build);
		}
		if (exporter instanceof OtlpGrpcSpanExporter grpc) {
			var builder = grpc.toBuilder();
			return new OtlpBuilder<>(builder::setEndpoint, builder::addHeader, builder::build);
		}
		return null;
	}

	static @Nullable OtlpBuilder<LogRecordExporter> of(LogRecordExporter exporter) {
		if (exporter instanceof OtlpHttpLogRecordExporter http) {
			var builder = http.toBuilder();
			return new OtlpBuilder<>(builder::setEndpoint, builder::addHeader, builder::build);
		}
		if (exporter instanceof OtlpGrpcLogRecordExporter grpc) {
			var builder = grpc.toBuilder();
			return new OtlpBuilder<>(builder::setEndpoint, builder::addHeader, builder::build);
		}
		return null;
	}

	static @Nullable OtlpBuilder<MetricExporter> of(MetricExporter exporter) {
		if (exporter instanceof OtlpHttpMetricExporter http) {
			var builder = http.toBuilder();
			return new OtlpBuilder<>(builder::setEndpoint, builder::addHeader, builder::build);
		}
		if (exporter instanceof OtlpGrpcMetricExporter grpc) {
			var builder = grpc.toBuilder();
			return new OtlpBuilder<>(builder::setEndpoint, builder::addHeader, builder::build);
		}
		return null;
	}

	T aim(@Nullable String url, Map<String, String> headers) {
		headers.forEach(this.header);
		if (url != null) {
			this.endpoint.accept(url);
		}
		return this.build.get();
	}

}

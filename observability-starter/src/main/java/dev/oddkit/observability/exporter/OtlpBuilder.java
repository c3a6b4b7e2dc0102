package dev.oddkit.observability.exporter;

import java.util.function.Consumer;
import java.util.function.Function;

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
 * What the SDK's six OTLP exporters have in common, which is no type of theirs.
 *
 * @param <T> the type of the exporter
 * @param protocol the protocol that the exporter speaks
 * @param build builds an exporter like the one that the SDK configured
 * @param shutdown shuts an exporter down
 * @param renewed makes one exporter of those that follow each other
 */
record OtlpBuilder<T>(Protocol protocol, Function<Aim, T> build, Consumer<T> shutdown,
		Function<Renewable<T>, T> renewed) {

	static @Nullable OtlpBuilder<SpanExporter> of(SpanExporter exporter) {
		if (exporter instanceof OtlpHttpSpanExporter http) {
			return spans(Protocol.HTTP_PROTOBUF, (aim) -> {
				var builder = http.toBuilder();
				aim.apply(builder::setEndpoint, builder::setHeaders, builder::setSslContext,
						builder::setComponentLoader);
				return builder.build();
			});
		}
		if (exporter instanceof OtlpGrpcSpanExporter grpc) {
			return spans(Protocol.GRPC, (aim) -> {
				var builder = grpc.toBuilder();
				aim.apply(builder::setEndpoint, builder::setHeaders, builder::setSslContext,
						builder::setComponentLoader);
				return builder.build();
			});
		}
		return null;
	}

	private static OtlpBuilder<SpanExporter> spans(Protocol protocol, Function<Aim, SpanExporter> build) {
		return new OtlpBuilder<>(protocol, build, SpanExporter::shutdown,
				(current) -> new RelayedSpanExporter(current, Relay.direct()));
	}

	static @Nullable OtlpBuilder<LogRecordExporter> of(LogRecordExporter exporter) {
		if (exporter instanceof OtlpHttpLogRecordExporter http) {
			return logs(Protocol.HTTP_PROTOBUF, (aim) -> {
				var builder = http.toBuilder();
				aim.apply(builder::setEndpoint, builder::setHeaders, builder::setSslContext,
						builder::setComponentLoader);
				return builder.build();
			});
		}
		if (exporter instanceof OtlpGrpcLogRecordExporter grpc) {
			return logs(Protocol.GRPC, (aim) -> {
				var builder = grpc.toBuilder();
				aim.apply(builder::setEndpoint, builder::setHeaders, builder::setSslContext,
						builder::setComponentLoader);
				return builder.build();
			});
		}
		return null;
	}

	private static OtlpBuilder<LogRecordExporter> logs(Protocol protocol, Function<Aim, LogRecordExporter> build) {
		return new OtlpBuilder<>(protocol, build, LogRecordExporter::shutdown,
				(current) -> new RelayedLogRecordExporter(current, Relay.direct()));
	}

	static @Nullable OtlpBuilder<MetricExporter> of(MetricExporter exporter) {
		if (exporter instanceof OtlpHttpMetricExporter http) {
			return metrics(Protocol.HTTP_PROTOBUF, (aim) -> {
				var builder = http.toBuilder();
				aim.apply(builder::setEndpoint, builder::setHeaders, builder::setSslContext,
						builder::setComponentLoader);
				return builder.build();
			});
		}
		if (exporter instanceof OtlpGrpcMetricExporter grpc) {
			return metrics(Protocol.GRPC, (aim) -> {
				var builder = grpc.toBuilder();
				aim.apply(builder::setEndpoint, builder::setHeaders, builder::setSslContext,
						builder::setComponentLoader);
				return builder.build();
			});
		}
		return null;
	}

	/**
	 * Replace gRPC for a service that speaks HTTP only.
	 * @param exporter the exporter that the SDK configured
	 * @return a builder for HTTP
	 */
	static OtlpBuilder<MetricExporter> http(MetricExporter exporter) {
		return metrics(Protocol.HTTP_PROTOBUF, (aim) -> {
			var builder = OtlpHttpMetricExporter.builder()
				.setAggregationTemporalitySelector(exporter)
				.setDefaultAggregationSelector(exporter)
				.setCompression("gzip");
			aim.apply(builder::setEndpoint, builder::setHeaders, builder::setSslContext, builder::setComponentLoader);
			return builder.build();
		});
	}

	private static OtlpBuilder<MetricExporter> metrics(Protocol protocol, Function<Aim, MetricExporter> build) {
		return new OtlpBuilder<>(protocol, build, MetricExporter::shutdown,
				(current) -> new RelayedMetricExporter(current, Relay.direct()));
	}

	/**
	 * Build an exporter that is built anew with each new bundle.
	 * @param aim what it is told, with a bundle
	 * @param onUpdate tells a consumer of later bundles
	 * @return the exporter
	 */
	T renewable(Aim aim, Consumer<Renewable<T>> onUpdate) {
		Renewable<T> renewable = new Renewable<>(this.build.apply(aim), (bundle) -> this.build.apply(aim.with(bundle)),
				this.shutdown);
		onUpdate.accept(renewable);
		return this.renewed.apply(renewable);
	}

}

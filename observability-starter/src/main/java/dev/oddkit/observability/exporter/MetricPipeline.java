package dev.oddkit.observability.exporter;

import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Aims the SDK's metric exporter, if the metrics room or a service connection asked for
 * one.
 */
class MetricPipeline {

	private final ListableBeanFactory beans;

	private final Destinations destinations;

	private final ExportStatus status;

	private boolean idle = true;

	MetricPipeline(ListableBeanFactory beans, Destinations destinations, ExportStatus status) {
		this.beans = beans;
		this.destinations = destinations;
		this.status = status;
	}

	void customize(AutoConfigurationCustomizer customizer) {
		// Counts where no property of the environment says anything
		customizer.addPropertiesCustomizer((config) -> Map.of("otel.metrics.exporter",
				this.destinations.isConnected(Signal.METRICS) ? "otlp" : "none"));
		customizer.addMetricExporterCustomizer((exporter, config) -> exporter(exporter));
	}

	boolean isIdle() {
		return this.idle && this.beans.getBeanNamesForType(MetricExporter.class).length == 0;
	}

	private MetricExporter exporter(MetricExporter configured) {
		if (configured instanceof NoMetricExporter) {
			return configured;
		}
		OtlpBuilder<MetricExporter> builder = OtlpBuilder.of(configured);
		if (builder == null) {
			this.idle = false;
			return ConsoleMetricExporter.replaces(configured) ? new ConsoleMetricExporter() : configured;
		}
		if (builder.protocol() == Protocol.GRPC && this.destinations.needsHttp(Signal.METRICS)) {
			builder = OtlpBuilder.http(configured);
		}
		configured.shutdown();
		return this.destinations.aim(Signal.METRICS, builder).map(this::booked).orElseGet(NoMetricExporter::new);
	}

	/**
	 * Let the pushes of an exporter be booked, whoever made it.
	 * @param exporter the exporter
	 * @return the exporter to use instead
	 */
	MetricExporter booked(MetricExporter exporter) {
		this.idle = false;
		Delivery delivery = this.destinations.delivery(Signal.METRICS, this.status);
		this.status.metricsAre(
				exporter.getAggregationTemporality(InstrumentType.COUNTER) == AggregationTemporality.CUMULATIVE);
		return new RelayedMetricExporter(() -> exporter,
				(metrics, export) -> book(delivery, points(metrics), () -> export.apply(metrics)));
	}

	private static int points(Collection<MetricData> metrics) {
		return metrics.stream().mapToInt((metric) -> metric.getData().getPoints().size()).sum();
	}

	/**
	 * Book an export. The result is always success: the SDK's reader would log a failure
	 * with each push and do nothing else about it.
	 */
	private static CompletableResultCode book(Delivery delivery, int points, Supplier<CompletableResultCode> export) {
		CompletableResultCode booked = new CompletableResultCode();
		if (!delivery.ledger().admitAll(points)) {
			return booked.succeed();
		}
		delivery.book(new Load(points, 0), export).whenComplete(booked::succeed);
		return booked;
	}

}

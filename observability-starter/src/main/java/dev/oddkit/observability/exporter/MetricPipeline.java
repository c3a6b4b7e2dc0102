package dev.oddkit.observability.exporter;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.metrics.export.MetricExporter;

/**
 * Aims the SDK's metric exporter, if the metrics room asked for one.
 */
class MetricPipeline {

	private final Destinations destinations;

	private final ExportStatus status;

	private boolean idle = true;

	MetricPipeline(Destinations destinations, ExportStatus status) {
		this.destinations = destinations;
		this.status = status;
	}

	void customize(AutoConfigurationCustomizer customizer) {
		customizer.addMetricExporterCustomizer((exporter, config) -> exporter(exporter));
	}

	boolean isIdle() {
		return this.idle;
	}

	private MetricExporter exporter(MetricExporter configured) {
		OtlpBuilder<MetricExporter> builder = OtlpBuilder.of(configured);
		if (builder == null) {
			this.idle = false;
			return configured;
		}
		if (builder.protocol() == Protocol.GRPC && this.destinations.needsHttp(Signal.METRICS)) {
			builder = OtlpBuilder.http(configured);
		}
		configured.shutdown();
		return this.destinations.aim(Signal.METRICS, builder).map(this::booked).orElseGet(NoMetricExporter::new);
	}

	private MetricExporter booked(MetricExporter exporter) {
		this.idle = false;
		return new BookedMetricExporter(exporter, this.destinations.delivery(Signal.METRICS, this.status));
	}

}

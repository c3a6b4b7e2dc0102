package dev.oddkit.observability.exporter;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.metrics.export.MetricExporter;

/**
 * Aims the SDK's metric exporter, if the metrics room asked for one.
 */
class MetricPipeline {

	private final Destinations destinations;

	private final ExportStatus status;

	MetricPipeline(Destinations destinations, ExportStatus status) {
		this.destinations = destinations;
		this.status = status;
	}

	void customize(AutoConfigurationCustomizer customizer) {
		customizer.addMetricExporterCustomizer((exporter, config) -> exporter(exporter));
	}

	private MetricExporter exporter(MetricExporter configured) {
		OtlpBuilder<MetricExporter> builder = OtlpBuilder.of(configured);
		if (builder == null) {
			return configured;
		}
		configured.shutdown();
		MetricExporter aimed = this.destinations.aim(Signal.METRICS, builder).orElseGet(NoMetricExporter::new);
		return new BookedMetricExporter(aimed, this.destinations.delivery(Signal.METRICS, this.status));
	}

}

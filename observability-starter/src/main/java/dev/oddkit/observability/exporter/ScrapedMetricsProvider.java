package dev.oddkit.observability.exporter;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.metrics.ConfigurableMetricExporterProvider;
import io.opentelemetry.sdk.metrics.export.MetricExporter;

/**
 * Lets the SDK know {@code otel.metrics.exporter=prometheus}, as the Java agent does. The
 * scrape is the metrics room's; a server of its own is not started.
 */
class ScrapedMetricsProvider implements ConfigurableMetricExporterProvider {

	@Override
	public MetricExporter createExporter(ConfigProperties config) {
		return new NoMetricExporter();
	}

	@Override
	public String getName() {
		return "prometheus";
	}

}

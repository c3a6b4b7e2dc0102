package dev.oddkit.observability.exporter;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.metrics.export.MetricExporter;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The ways of the three signals out of the service.
 */
class Pipelines implements AutoConfigurationCustomizerProvider {

	private final SpanPipeline spans;

	private final LogPipeline logs;

	private final MetricPipeline metrics;

	Pipelines(ListableBeanFactory beans, Destinations destinations, ExportStatus status) {
		this.spans = new SpanPipeline(beans, destinations, status);
		this.logs = new LogPipeline(beans, destinations, status);
		this.metrics = new MetricPipeline(beans, destinations, status);
	}

	@Override
	public void customize(AutoConfigurationCustomizer customizer) {
		this.spans.customize(customizer);
		this.logs.customize(customizer);
		this.metrics.customize(customizer);
	}

	MetricExporter booked(MetricExporter exporter) {
		return this.metrics.booked(exporter);
	}

	/**
	 * Return whether nobody receives anything.
	 * @return whether all pipelines end nowhere
	 */
	boolean isIdle() {
		return this.spans.isIdle() && this.logs.isIdle() && this.metrics.isIdle();
	}

}

package dev.oddkit.observability.metrics;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.metrics.SdkMeterProviderBuilder;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Attaches the metric exporters that are beans, in every case and each with a reader of
 * its own, because each chooses the temporality that it gets.
 */
class UserExporters implements AutoConfigurationCustomizerProvider {

	private final ObjectProvider<MetricExporter> exporters;

	private final UnaryOperator<MetricExporter> booked;

	UserExporters(ObjectProvider<MetricExporter> exporters, UnaryOperator<MetricExporter> booked) {
		this.exporters = exporters;
		this.booked = booked;
	}

	@Override
	public void customize(AutoConfigurationCustomizer customizer) {
		customizer.addMeterProviderCustomizer(this::attach);
	}

	private SdkMeterProviderBuilder attach(SdkMeterProviderBuilder builder, ConfigProperties config) {
		Duration interval = config.getDuration("otel.metric.export.interval", Duration.ofSeconds(60));
		List<MetricExporter> distinct = this.exporters.orderedStream().distinct().toList();
		distinct.stream()
			.map(this.booked)
			.map(BarePush::bare)
			.forEach((exporter) -> builder
				.registerMetricReader(PeriodicMetricReader.builder(exporter).setInterval(interval).build()));
		return builder;
	}

}

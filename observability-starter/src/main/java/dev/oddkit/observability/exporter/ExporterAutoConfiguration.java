package dev.oddkit.observability.exporter;

import java.util.EnumMap;
import java.util.Map;

import dev.oddkit.observability.ConditionalOnObservability;
import dev.oddkit.observability.RoomReport;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsConnectionDetails;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingConnectionDetails;
import org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Aims the exporters of the one SDK and counts what they deliver.
 */
@AutoConfiguration
@ConditionalOnObservability
@EnableConfigurationProperties(ExporterProperties.class)
public final class ExporterAutoConfiguration {

	ExporterAutoConfiguration() {
	}

	@Bean
	ExportStatus observabilityExportStatus() {
		return new ExportStatus();
	}

	@Bean
	Destinations observabilityDestinations(Environment environment, ExporterProperties properties,
			ObjectProvider<OtlpConnections> connections) {
		Map<Signal, String> urls = new EnumMap<>(Signal.class);
		connections.orderedStream().forEach((connection) -> urls.putAll(connection.urls()));
		return new Destinations(environment, urls, properties);
	}

	@Bean
	AutoConfigurationCustomizerProvider observabilityPipelines(ListableBeanFactory beans, Destinations destinations,
			ExportStatus status) {
		return (customizer) -> {
			new SpanPipeline(beans, destinations, status).customize(customizer);
			new LogPipeline(beans, destinations, status).customize(customizer);
			new MetricPipeline(destinations, status).customize(customizer);
		};
	}

	@Bean
	ExportAnnouncement observabilityExportAnnouncement(Destinations destinations) {
		return new ExportAnnouncement(destinations);
	}

	@Bean
	RoomReport observabilityExporterReport(ExportStatus status, Destinations destinations) {
		return ExporterReport.of(status, destinations);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(OtlpTracingConnectionDetails.class)
	static class TracingConnection {

		@Bean
		OtlpConnections observabilityTracingConnection(ObjectProvider<OtlpTracingConnectionDetails> details) {
			return () -> OtlpConnections.url(Signal.TRACES, details.getIfAvailable(), (connection) -> connection
				.getUrl(org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.Transport.HTTP));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(OtlpLoggingConnectionDetails.class)
	static class LoggingConnection {

		@Bean
		OtlpConnections observabilityLoggingConnection(ObjectProvider<OtlpLoggingConnectionDetails> details) {
			return () -> OtlpConnections.url(Signal.LOGS, details.getIfAvailable(), (connection) -> connection
				.getUrl(org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.Transport.HTTP));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ OtlpMetricsConnectionDetails.class, MeterRegistry.class })
	static class Metrics {

		@Bean
		OtlpConnections observabilityMetricsConnection(ObjectProvider<OtlpMetricsConnectionDetails> details) {
			return () -> OtlpConnections.url(Signal.METRICS, details.getIfAvailable(),
					OtlpMetricsConnectionDetails::getUrl);
		}

		@Bean
		ExportMeters observabilityExportMeters(ExportStatus status) {
			return new ExportMeters(status);
		}

	}

}

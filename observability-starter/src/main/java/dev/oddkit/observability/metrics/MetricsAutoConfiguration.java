package dev.oddkit.observability.metrics;

import java.util.Map;

import dev.oddkit.observability.ConditionalOnObservability;
import dev.oddkit.observability.RoomReport;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.exporter.prometheus.PrometheusMetricReader;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Joins the metrics of both APIs in one scrape. The push needs no bean of ours: the
 * property mapping switches on what the two libraries bring.
 */
@AutoConfiguration(
		beforeName = "org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration")
@ConditionalOnObservability
@EnableConfigurationProperties(MetricsProperties.class)
public final class MetricsAutoConfiguration {

	MetricsAutoConfiguration() {
	}

	@Bean
	RoomReport observabilityMetricsReport() {
		return new RoomReport("metrics").with("observability.metrics.to", "prometheus")
			.with("otel.metric.export.interval", "60s");
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ PrometheusMeterRegistry.class, PrometheusMetricReader.class })
	@ConditionalOnMissingBean(PrometheusRegistry.class)
	@ConditionalOnBooleanProperty(name = "management.prometheus.metrics.export.enabled", matchIfMissing = true)
	static class Scrape {

		@Bean
		OpenTelemetryMetrics observabilityOpenTelemetryMetrics() {
			return new OpenTelemetryMetrics();
		}

		@Bean
		CombinedPrometheusRegistry observabilityPrometheusRegistry(OpenTelemetryMetrics openTelemetry) {
			return new CombinedPrometheusRegistry(openTelemetry);
		}

		@Bean
		AutoConfigurationCustomizerProvider observabilityScrapeReader(OpenTelemetryMetrics openTelemetry) {
			return (customizer) -> customizer
				.addMeterProviderCustomizer((builder, config) -> builder.registerMetricReader(openTelemetry));
		}

		@Bean
		RoomReport observabilityScrapeReport(CombinedPrometheusRegistry registry) {
			return new RoomReport("scrape").with("management.prometheus.metrics.export.enabled", true)
				.with(() -> Map.of("clashes", registry.clashes()));
		}

	}

}

package dev.oddkit.observability.metrics;

import java.util.Map;
import java.util.function.UnaryOperator;

import dev.oddkit.observability.ConditionalOnObservability;
import dev.oddkit.observability.RoomReport;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.tracer.common.SpanContext;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Joins the metrics of both APIs in one scrape and gives their histograms the same
 * buckets. The push needs no bean of ours: the property mapping switches on what the two
 * libraries bring.
 */
@AutoConfiguration(beforeName = {
		"org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration",
		"org.springframework.boot.micrometer.tracing.autoconfigure.prometheus.PrometheusExemplarsAutoConfiguration" })
@ConditionalOnObservability
@EnableConfigurationProperties(MetricsProperties.class)
public final class MetricsAutoConfiguration {

	MetricsAutoConfiguration() {
	}

	@Bean
	AutoConfigurationCustomizerProvider observabilityApiBuckets(MetricsProperties properties) {
		return (customizer) -> customizer.addMeterProviderCustomizer((builder, config) -> properties.isExponential()
				? builder : ApiBuckets.register(builder, properties.buckets()));
	}

	@Bean
	BarePush observabilityBarePush() {
		return new BarePush();
	}

	@Bean
	UserExporters observabilityUserMetricExporters(ObjectProvider<MetricExporter> exporters,
			ObjectProvider<UnaryOperator<MetricExporter>> booked) {
		return new UserExporters(exporters, booked.getIfAvailable(UnaryOperator::identity));
	}

	@Bean
	RoomReport observabilityMetricsReport(ListableBeanFactory beans) {
		return new RoomReport("metrics").with("observability.metrics.to", "prometheus")
			.with("observability.metrics.histograms", "fixed")
			.with("otel.metrics.exporter", OnMetricsReceiver.isConnected(beans) ? "otlp" : "none")
			.with("otel.metric.export.interval", "60000ms")
			.with("otel.exporter.otlp.metrics.temporality.preference", "cumulative")
			.with("otel.exporter.otlp.metrics.default.histogram.aggregation", "explicit_bucket_histogram");
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterFilter.class)
	static class Buckets {

		@Bean
		FixedBuckets observabilityFixedBuckets(MetricsProperties properties) {
			return new FixedBuckets(properties.buckets());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ PrometheusMeterRegistry.class, PrometheusRegistry.class })
	@ConditionalOnMissingBean(PrometheusRegistry.class)
	@ConditionalOnBooleanProperty(name = "management.prometheus.metrics.export.enabled", matchIfMissing = true)
	static class Scrape {

		@Bean
		OpenTelemetryMetrics observabilityOpenTelemetryMetrics(MetricsProperties properties) {
			return new OpenTelemetryMetrics(properties.isExponential() ? Aggregation.base2ExponentialBucketHistogram()
					: Aggregation.defaultAggregation());
		}

		@Bean
		CombinedPrometheusRegistry observabilityPrometheusRegistry(OpenTelemetryMetrics openTelemetry,
				ObjectProvider<NativeHistograms> histograms) {
			NativeHistograms exponential = histograms.getIfAvailable();
			return new CombinedPrometheusRegistry(openTelemetry,
					(exponential != null) ? exponential::join : UnaryOperator.identity());
		}

		@Bean
		AutoConfigurationCustomizerProvider observabilityScrapeReader(OpenTelemetryMetrics openTelemetry) {
			return (customizer) -> customizer
				.addMeterProviderCustomizer((builder, config) -> builder.registerMetricReader(openTelemetry));
		}

		@Bean
		@ConditionalOnMissingBean(SpanContext.class)
		OpenTelemetrySpanContext observabilityExemplars(Environment environment) {
			String include = environment.getProperty("management.tracing.exemplars.include");
			return new OpenTelemetrySpanContext(!"none".equalsIgnoreCase(include));
		}

		@Bean
		RoomReport observabilityScrapeReport(CombinedPrometheusRegistry registry) {
			return new RoomReport("scrape").with("management.prometheus.metrics.export.enabled", true)
				.with(() -> Map.of("clashes", registry.clashes()));
		}

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnProperty(name = "observability.metrics.histograms", havingValue = "exponential")
		@ConditionalOnMissingBean(PrometheusMeterRegistry.class)
		static class Native {

			@Bean
			NativeHistograms observabilityNativeHistograms() {
				return new NativeHistograms();
			}

			@Bean
			NativePrometheusRegistry observabilityNativePrometheusRegistry(ObjectProvider<PrometheusConfig> config,
					PrometheusRegistry registry, ObjectProvider<Clock> clock, ObjectProvider<SpanContext> spanContext,
					NativeHistograms histograms) {
				return new NativePrometheusRegistry(config.getIfAvailable(() -> PrometheusConfig.DEFAULT), registry,
						clock.getIfAvailable(() -> Clock.SYSTEM), spanContext.getIfAvailable(), histograms);
			}

		}

	}

}

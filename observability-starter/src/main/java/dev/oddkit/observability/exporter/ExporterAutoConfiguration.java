package dev.oddkit.observability.exporter;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.oddkit.observability.ConditionalOnObservability;
import dev.oddkit.observability.RoomReport;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationPredicate;
import io.opentelemetry.api.impl.InstrumentationUtil;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.autoconfigure.spi.logs.ConfigurableLogRecordExporterProvider;
import io.opentelemetry.sdk.autoconfigure.spi.metrics.ConfigurableMetricExporterProvider;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.metrics.export.MetricExporter;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsConnectionDetails;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingConnectionDetails;
import org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingConnectionDetails;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
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

	@Bean(destroyMethod = "")
	Waits observabilityWaits() {
		return new Waits();
	}

	@Bean
	ExportStatus observabilityExportStatus(Waits waits) {
		return new ExportStatus(waits);
	}

	@Bean
	LastCall observabilityLastCall(ExportStatus status) {
		return new LastCall(status);
	}

	@Bean
	ExporterSettings observabilityExporterSettings(Environment environment, ExporterProperties properties,
			ObjectProvider<SslBundles> bundles) {
		SslBundleNames.check(environment, bundles);
		return new ExporterSettings(environment, properties);
	}

	@Bean
	Destinations observabilityDestinations(Environment environment, ExporterSettings settings,
			ObjectProvider<SslBundles> bundles, ObjectProvider<OtlpConnection> connections, Senders senders) {
		Map<Signal, OtlpConnection> bySignal = new EnumMap<>(Signal.class);
		connections.orderedStream().forEach((connection) -> bySignal.put(connection.signal(), connection));
		return new Destinations(environment, bySignal, settings, bundles, senders);
	}

	@Bean
	Senders observabilitySenders(Waits waits) {
		return new Senders(waits);
	}

	/**
	 * The last provider of a name is the SDK's, and a user's comes after these.
	 */
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	ConfigurableSpanExporterProvider observabilitySpanExporterProvider(Senders senders) {
		return new OtlpProvider.Spans(senders);
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	ConfigurableLogRecordExporterProvider observabilityLogRecordExporterProvider(Senders senders) {
		return new OtlpProvider.Logs(senders);
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	ConfigurableMetricExporterProvider observabilityMetricExporterProvider(Senders senders) {
		return new OtlpProvider.Metrics(senders);
	}

	@Bean
	ConfigurableMetricExporterProvider observabilityScrapedMetricsProvider() {
		return new ScrapedMetricsProvider();
	}

	@Bean
	Pipelines observabilityPipelines(ListableBeanFactory beans, Destinations destinations, ExportStatus status) {
		return new Pipelines(beans, destinations, status);
	}

	/**
	 * The metrics room attaches the user's exporters.
	 */
	@Bean
	UnaryOperator<MetricExporter> observabilityBookedMetricExporters(Pipelines pipelines) {
		return pipelines::booked;
	}

	@Bean
	ExportAnnouncement observabilityExportAnnouncement(ListableBeanFactory beans, Environment environment,
			ExporterSettings settings, Destinations destinations, Pipelines pipelines) {
		return new ExportAnnouncement(beans, environment, destinations, pipelines,
				new Contradictions(environment, settings));
	}

	@Bean
	RoomReport observabilityExporterReport(ExportStatus status, Destinations destinations) {
		return ExporterReport.of(status, destinations);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(OtlpTracingConnectionDetails.class)
	static class TracingConnection {

		@Bean
		@ConditionalOnBean(OtlpTracingConnectionDetails.class)
		OtlpConnection observabilityTracingConnection(OtlpTracingConnectionDetails details) {
			return new OtlpConnection(Signal.TRACES,
					(protocol) -> details
						.getUrl(org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.Transport
							.valueOf(protocol.transport())),
					details.getSslBundle());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(OtlpLoggingConnectionDetails.class)
	static class LoggingConnection {

		@Bean
		@ConditionalOnBean(OtlpLoggingConnectionDetails.class)
		OtlpConnection observabilityLoggingConnection(OtlpLoggingConnectionDetails details) {
			return new OtlpConnection(Signal.LOGS,
					(protocol) -> details
						.getUrl(org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.Transport
							.valueOf(protocol.transport())),
					details.getSslBundle());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(OtlpMetricsConnectionDetails.class)
	static class MetricsConnection {

		@Bean
		@ConditionalOnBean(OtlpMetricsConnectionDetails.class)
		OtlpConnection observabilityMetricsConnection(OtlpMetricsConnectionDetails details) {
			return new OtlpConnection(Signal.METRICS,
					(protocol) -> (protocol == Protocol.GRPC) ? null : details.getUrl(), details.getSslBundle());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	static class Metrics {

		@Bean
		ExportMeters observabilityExportMeters(ExportStatus status) {
			return new ExportMeters(status);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ObservationPredicate.class)
	static class Observations {

		/**
		 * OpenTelemetry's instrumentations ask by themselves.
		 */
		@Bean
		ObservationPredicate observabilityUnobservedExports() {
			return (name, observation) -> !InstrumentationUtil.shouldSuppressInstrumentation(Context.current());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(SanitizingFunction.class)
	static class Secrets {

		@Bean
		SanitizingFunction observabilitySecretHeaders() {
			return SecretHeaders.hidden();
		}

	}

}

package dev.oddkit.observability.logging;

import ch.qos.logback.classic.LoggerContext;
import dev.oddkit.observability.ConditionalOnObservability;
import dev.oddkit.observability.RoomReport;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.logback.appender.v1_0.OpenTelemetryAppender;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;

import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Connects OpenTelemetry's appender as soon as the one SDK exists, and disconnects it
 * when the application ends.
 */
@AutoConfiguration(
		afterName = "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
@ConditionalOnObservability
@EnableConfigurationProperties(LoggingProperties.class)
@Import(ContainerErrorConfiguration.class)
public final class LoggingAutoConfiguration {

	LoggingAutoConfiguration() {
	}

	@Bean
	static AutoConfigurationCustomizerProvider observabilityLogLimits(LoggingProperties properties) {
		return new LogRecordLimits(properties.maxAttributeLength());
	}

	/**
	 * The first of all beans are the last to be destroyed, so that what others log at
	 * their end still leaves.
	 */
	@Bean
	static BeanFactoryInitializer<ListableBeanFactory> observabilityFirstAppenders() {
		return (beans) -> beans.getBeansOfType(AppenderConnection.class);
	}

	@Bean
	@Lazy(false)
	PlatformLogLevels observabilityPlatformLogLevels(Environment environment) {
		return new PlatformLogLevels(environment);
	}

	@Bean
	RoomReport observabilityLoggingReport() {
		return new RoomReport("logging").with("observability.logging.mdc.included", "*")
			.with("observability.logging.mdc.excluded", "none")
			.with("observability.logging.key-value-pairs", true)
			.with("observability.logging.markers", true)
			.with("observability.logging.thread", true)
			.with("observability.logging.code", false)
			.with("otel.attribute.value.length.limit", 32768);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ LoggerContext.class, OpenTelemetryAppender.class })
	static class Logback {

		@Bean
		@Lazy(false)
		AppenderConnection observabilityAppenderConnection(OpenTelemetry openTelemetry) {
			return new AppenderConnection(openTelemetry, OpenTelemetryAppender::install);
		}

		@Bean
		@Lazy(false)
		LogbackReload observabilityLogbackReload() {
			return new LogbackReload();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ org.apache.logging.log4j.core.LoggerContext.class,
			io.opentelemetry.instrumentation.log4j.appender.v2_17.OpenTelemetryAppender.class })
	static class Log4j {

		@Bean
		@Lazy(false)
		AppenderConnection observabilityLog4jConnection(OpenTelemetry openTelemetry) {
			return new AppenderConnection(openTelemetry,
					io.opentelemetry.instrumentation.log4j.appender.v2_17.OpenTelemetryAppender::install);
		}

	}

}

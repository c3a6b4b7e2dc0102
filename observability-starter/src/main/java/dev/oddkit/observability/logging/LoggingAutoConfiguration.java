package dev.oddkit.observability.logging;

import ch.qos.logback.classic.LoggerContext;
import dev.oddkit.observability.ConditionalOnObservability;
import dev.oddkit.observability.RoomReport;
import io.opentelemetry.api.OpenTelemetry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Connects the appender of the OpenTelemetry starter as soon as the one SDK exists, and
 * disconnects it when the application ends.
 */
@AutoConfiguration
@ConditionalOnObservability
public final class LoggingAutoConfiguration {

	LoggingAutoConfiguration() {
	}

	@Bean
	RoomReport observabilityLoggingReport() {
		return new RoomReport("logging").with("otel.instrumentation.logback-appender.enabled", true);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(LoggerContext.class)
	static class Logback {

		@Bean
		AppenderConnection observabilityAppenderConnection(OpenTelemetry openTelemetry) {
			return new AppenderConnection(openTelemetry);
		}

	}

}

package dev.oddkit.observability.logging;

import dev.oddkit.observability.PropertyMapping.Lookup;
import io.opentelemetry.instrumentation.log4j.appender.v2_17.OpenTelemetryAppender;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;

/**
 * OpenTelemetry's appender for the root logger of Log4j. One that the user configured
 * stays the only one.
 */
final class Log4jAppender {

	private Log4jAppender() {
	}

	static void add(Lookup lookup) {
		if (!(LogManager.getContext(false) instanceof LoggerContext context)) {
			return;
		}
		Configuration configuration = context.getConfiguration();
		if (configuration.getAppenders().values().stream().anyMatch(OpenTelemetryAppender.class::isInstance)) {
			return;
		}
		OpenTelemetryAppender appender = create(configuration, lookup);
		appender.start();
		configuration.addAppender(appender);
		configuration.getRootLogger().addAppender(appender, null, null);
		context.updateLoggers();
	}

	private static OpenTelemetryAppender create(Configuration configuration, Lookup lookup) {
		OpenTelemetryAppender.Builder<?> builder = OpenTelemetryAppender.builder();
		builder.setName("OpenTelemetry").setConfiguration(configuration);
		builder.setContextDataAttributesIncluded(String.join(",", LoggingPropertyMapping.included(lookup)));
		builder.setContextDataAttributesExcluded(String.join(",", LoggingPropertyMapping.excluded(lookup)));
		builder.setCaptureMarkerAttribute(LoggingPropertyMapping.isOn(lookup, "markers", true));
		builder.setCaptureCodeAttributes(LoggingPropertyMapping.isOn(lookup, "code", false));
		builder.setCaptureExperimentalAttributes(LoggingPropertyMapping.isOn(lookup, "thread", true));
		if (LoggingPropertyMapping.isOn(lookup, "key-value-pairs", true)) {
			builder.setMapMessageAttributesIncluded("*");
		}
		return builder.build();
	}

}

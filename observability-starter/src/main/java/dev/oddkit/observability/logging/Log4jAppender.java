package dev.oddkit.observability.logging;

import java.beans.PropertyChangeEvent;
import java.beans.PropertyChangeListener;
import java.util.concurrent.atomic.AtomicReference;

import dev.oddkit.observability.PropertyMapping.Lookup;
import io.opentelemetry.instrumentation.log4j.appender.v2_17.OpenTelemetryAppender;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * OpenTelemetry's appender for the root logger of Log4j. One that the user configured
 * stays the only one. A configuration that Log4j reads again, by {@code monitorInterval}
 * for example, gets a new one.
 *
 * @param included the entries of the MDC that leave
 * @param excluded those that stay here
 * @param markers whether markers leave
 * @param code whether file, line and method of the call leave
 * @param thread whether the name of the thread leaves
 * @param pairs whether key-value pairs leave
 */
record Log4jAppender(String included, String excluded, boolean markers, boolean code, boolean thread,
		boolean pairs) implements PropertyChangeListener {

	private static final AtomicReference<@Nullable Log4jAppender> latest = new AtomicReference<>();

	private static final String NAME = "OpenTelemetry of the observability starter";

	static void add(Lookup lookup) {
		if (LogManager.getContext(false) instanceof LoggerContext context && !isUsers(context.getConfiguration())) {
			Log4jAppender appender = new Log4jAppender(String.join(",", LoggingPropertyMapping.included(lookup)),
					String.join(",", LoggingPropertyMapping.excluded(lookup)),
					LoggingPropertyMapping.isOn(lookup, "markers", true),
					LoggingPropertyMapping.isOn(lookup, "code", false),
					LoggingPropertyMapping.isOn(lookup, "thread", true),
					LoggingPropertyMapping.isOn(lookup, "key-value-pairs", true));
			// Log4j is one for the JVM: the settings of the latest context count
			Log4jAppender previous = latest.getAndSet(appender);
			if (previous != null) {
				context.removePropertyChangeListener(previous);
			}
			appender.addTo(context);
			context.addPropertyChangeListener(appender);
		}
	}

	private static boolean isUsers(Configuration configuration) {
		return configuration.getAppenders()
			.values()
			.stream()
			.anyMatch((appender) -> appender instanceof OpenTelemetryAppender && !appender.getName().equals(NAME));
	}

	@Override
	public void propertyChange(PropertyChangeEvent event) {
		if (event.getSource() instanceof LoggerContext context
				&& LoggerContext.PROPERTY_CONFIG.equals(event.getPropertyName())
				&& context.getConfiguration().getAppender(NAME) == null && !isUsers(context.getConfiguration())) {
			addTo(context);
			AppenderConnection.current().ifPresent(OpenTelemetryAppender::install);
		}
	}

	private void addTo(LoggerContext context) {
		Configuration configuration = context.getConfiguration();
		OpenTelemetryAppender appender = create(configuration);
		appender.start();
		configuration.getRootLogger().removeAppender(NAME);
		configuration.getAppenders().remove(NAME);
		configuration.addAppender(appender);
		configuration.getRootLogger().addAppender(appender, null, null);
		context.updateLoggers();
	}

	private OpenTelemetryAppender create(Configuration configuration) {
		OpenTelemetryAppender.Builder<?> builder = OpenTelemetryAppender.builder();
		builder.setName(NAME).setConfiguration(configuration);
		builder.setContextDataAttributesIncluded(this.included);
		builder.setContextDataAttributesExcluded(this.excluded);
		builder.setCaptureMarkerAttribute(this.markers);
		builder.setCaptureCodeAttributes(this.code);
		builder.setCaptureExperimentalAttributes(this.thread);
		if (this.pairs) {
			builder.setMapMessageAttributesIncluded("*");
		}
		return builder.build();
	}

}

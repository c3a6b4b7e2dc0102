package dev.oddkit.observability.logging;

import java.util.Iterator;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.spi.ConfigurationEvent;
import ch.qos.logback.core.spi.ConfigurationEventListener;
import io.opentelemetry.instrumentation.logback.appender.v1_0.OpenTelemetryAppender;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Puts the appender of the OpenTelemetry starter back when Logback reads its file again,
 * by {@code scan} for example, and forgets whatever the file does not name. One that the
 * file names stays the only one, and gets the SDK.
 */
class LogbackReload implements ConfigurationEventListener, InitializingBean, DisposableBean {

	private @Nullable OpenTelemetryAppender appender;

	@Override
	public void afterPropertiesSet() {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
			context.addConfigurationEventListener(this);
		}
	}

	@Override
	public void destroy() {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
			context.removeConfigurationEventListener(this);
		}
	}

	@Override
	public synchronized void listen(ConfigurationEvent event) {
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
			switch (event.getEventType()) {
				case CHANGE_DETECTED -> this.appender = find(root(context).iteratorForAppenders());
				case CONFIGURATION_ENDED_SUCCESSFULLY, CONFIGURATION_ENDED_WITH_XML_PARSING_ERRORS ->
					reconnect(context);
				default -> {
				}
			}
		}
	}

	private void reconnect(LoggerContext context) {
		OpenTelemetryAppender previous = this.appender;
		if (previous == null) {
			return;
		}
		this.appender = null;
		if (context.getLoggerList().stream().noneMatch((logger) -> find(logger.iteratorForAppenders()) != null)) {
			previous.start();
			root(context).addAppender(previous);
		}
		AppenderConnection.current().ifPresent(OpenTelemetryAppender::install);
	}

	private static Logger root(LoggerContext context) {
		return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	private static @Nullable OpenTelemetryAppender find(Iterator<? extends Appender<?>> appenders) {
		while (appenders.hasNext()) {
			Appender<?> appender = appenders.next();
			if (appender instanceof OpenTelemetryAppender found) {
				return found;
			}
			if (appender instanceof AppenderAttachable<?> attachable) {
				OpenTelemetryAppender found = find(attachable.iteratorForAppenders());
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

}

package dev.oddkit.observability.logging;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Adds OpenTelemetry's appender to Log4j right after Spring Boot set the logging up; the
 * OpenTelemetry starter does so for Logback only.
 */
class Log4jListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

	private static final boolean PRESENT = ClassUtils.isPresent("org.apache.logging.log4j.core.LoggerContext",
			Log4jListener.class.getClassLoader());

	@Override
	public int getOrder() {
		return LoggingApplicationListener.DEFAULT_ORDER + 1;
	}

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		Environment environment = event.getEnvironment();
		if (PRESENT && !"true".equalsIgnoreCase(environment.getProperty("otel.sdk.disabled"))
				&& environment.getProperty("otel.instrumentation.log4j-appender.enabled", Boolean.class, true)) {
			Log4jAppender.add(environment::getProperty);
		}
	}

}

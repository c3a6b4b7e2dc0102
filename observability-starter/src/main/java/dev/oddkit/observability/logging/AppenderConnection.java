package dev.oddkit.observability.logging;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.logback.appender.v1_0.OpenTelemetryAppender;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Hands the SDK to the appender with the first beans, so that a short-lived program's
 * events leave too, and takes it back at the end: the appender outlives the context.
 */
class AppenderConnection implements InitializingBean, DisposableBean {

	private final OpenTelemetry openTelemetry;

	AppenderConnection(OpenTelemetry openTelemetry) {
		this.openTelemetry = openTelemetry;
	}

	@Override
	public void afterPropertiesSet() {
		OpenTelemetryAppender.install(this.openTelemetry);
	}

	@Override
	public void destroy() {
		OpenTelemetryAppender.install(OpenTelemetry.noop());
	}

}

package dev.oddkit.observability.sdk;

import java.util.Map;

import io.micrometer.context.ContextRegistry;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Keeps the accessor of OpenTelemetry's context in the registry of the JVM while at least
 * one application context wants it.
 */
class ContextAccessors implements InitializingBean, DisposableBean {

	private static final OpenTelemetryContextAccessor ACCESSOR = new OpenTelemetryContextAccessor();

	private static int users;

	@Override
	public void afterPropertiesSet() {
		synchronized (ACCESSOR) {
			if (users++ == 0) {
				ContextRegistry.getInstance().registerThreadLocalAccessor(ACCESSOR);
			}
		}
	}

	@Override
	public void destroy() {
		synchronized (ACCESSOR) {
			if (--users == 0) {
				ContextRegistry.getInstance().removeThreadLocalAccessor(OpenTelemetryContextAccessor.KEY);
			}
		}
	}

	Map<String, Long> state() {
		return Map.of("scopes-left-open", ACCESSOR.leftOpen());
	}

}

package dev.oddkit.observability.metrics;

import io.opentelemetry.sdk.metrics.export.MetricExporter;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.util.ClassUtils;

/**
 * Matches when a bean receives metrics: an exporter of the user's, or, unless a property
 * says where metrics go, a service connection.
 */
class OnMetricsReceiver extends AnyNestedCondition {

	private static final String CONNECTION = "org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp."
			+ "OtlpMetricsConnectionDetails";

	OnMetricsReceiver() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	/**
	 * Return whether a service connection says where metrics go.
	 * @param beans the beans
	 * @return whether there is a connection
	 */
	static boolean isConnected(ListableBeanFactory beans) {
		ClassLoader loader = OnMetricsReceiver.class.getClassLoader();
		return ClassUtils.isPresent(CONNECTION, loader)
				&& beans.getBeanNamesForType(ClassUtils.resolveClassName(CONNECTION, loader), true, false).length > 0;
	}

	@ConditionalOnBean(MetricExporter.class)
	static class Exporter {

	}

	@ConditionalOnBean(type = CONNECTION)
	@ConditionalOnProperty(name = "otel.metrics.exporter", matchIfMissing = true, havingValue = "otlp")
	static class Connection {

	}

}

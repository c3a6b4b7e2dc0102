package dev.oddkit.observability.metrics;

import io.opentelemetry.sdk.metrics.export.MetricExporter;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/**
 * Matches when a bean receives metrics: an exporter of the user's, or, unless a property
 * says where metrics go, a service connection.
 */
class OnMetricsReceiver extends AnyNestedCondition {

	OnMetricsReceiver() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	@ConditionalOnBean(MetricExporter.class)
	static class Exporter {

	}

	@ConditionalOnBean(
			type = "org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsConnectionDetails")
	@ConditionalOnProperty(name = "otel.metrics.exporter", matchIfMissing = true, havingValue = "otlp")
	static class Connection {

	}

}

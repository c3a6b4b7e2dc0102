package dev.oddkit.observability.metrics;

import dev.oddkit.observability.ConditionalOnObservability;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.micrometer.v1_5.OpenTelemetryMeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Lets the SDK record Micrometer's meters for a bean that receives metrics, though no
 * property asks for a push.
 */
@AutoConfiguration(afterName = {
		"org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration",
		"io.opentelemetry.instrumentation.spring.autoconfigure.OpenTelemetryAutoConfiguration" },
		beforeName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnObservability
@ConditionalOnClass({ MeterRegistry.class, OpenTelemetryMeterRegistry.class })
@ConditionalOnBooleanProperty(name = "otel.instrumentation.micrometer.enabled", havingValue = false)
@Conditional(OnMetricsReceiver.class)
public final class PushAutoConfiguration {

	PushAutoConfiguration() {
	}

	@Bean
	MeterRegistry observabilityPushedMeters(OpenTelemetry openTelemetry, Clock clock) {
		return OpenTelemetryMeterRegistry.builder(openTelemetry).setClock(clock).build();
	}

}

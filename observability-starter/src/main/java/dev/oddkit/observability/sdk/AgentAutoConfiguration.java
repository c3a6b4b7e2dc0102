package dev.oddkit.observability.sdk;

import dev.oddkit.observability.ConditionalOnObservability;
import dev.oddkit.observability.RoomReport;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.propagation.ContextPropagators;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Steps back behind OpenTelemetry's Java agent: its SDK serves both APIs, and each span
 * occurs once. {@link StepBackFilter} leaves out what would be a second SDK.
 */
@AutoConfiguration(beforeName = {
		"io.opentelemetry.instrumentation.spring.autoconfigure.OpenTelemetryAutoConfiguration",
		"org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration",
		"org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
		"org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration" })
@ConditionalOnObservability
public final class AgentAutoConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(AgentAutoConfiguration.class);

	AgentAutoConfiguration() {
		logger
			.info("OpenTelemetry's Java agent is attached: it makes and exports spans, logs and its metrics as OTEL_* "
					+ "says; observability.exporter, resource, sampling and logging are without effect");
	}

	@Bean(destroyMethod = "")
	@ConditionalOnMissingBean
	OpenTelemetry observabilityAgentOpenTelemetry() {
		return JavaAgent.openTelemetry();
	}

	@Bean
	@ConditionalOnMissingBean
	ContextPropagators observabilityContextPropagators(OpenTelemetry openTelemetry) {
		return openTelemetry.getPropagators();
	}

	@Bean
	@ConditionalOnMissingBean
	OtelCurrentTraceContext observabilityCurrentTraceContext() {
		return new SpanAwareCurrentTraceContext();
	}

	@Bean
	AgentSpanHandler observabilityAgentSpanHandler(Tracer tracer) {
		return new AgentSpanHandler(tracer);
	}

	@Bean
	static BeanFactoryPostProcessor observabilityIdlePipeline() {
		return new IdlePipeline();
	}

	@Bean
	RoomReport observabilityAgentReport() {
		return new RoomReport("sdk").with("observability.enabled", true);
	}

}

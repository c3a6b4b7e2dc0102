package dev.oddkit.observability.sdk;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out what would export a second time. Those are Spring Boot's own OTLP exporters,
 * because an {@code OTEL_EXPORTER_OTLP_ENDPOINT} would make every span and record leave
 * twice; Boot's observation of R2DBC, which no property switches off, while OpenTelemetry
 * has that library; and the starter's own rooms around the SDK when the Java agent has
 * one. As an import filter it composes with a user's
 * {@code spring.autoconfigure.exclude}.
 */
class StepBackFilter implements AutoConfigurationImportFilter, EnvironmentAware {

	private static final String BOOT = "org.springframework.boot.";

	private static final String ROOMS = "dev.oddkit.observability.";

	private static final Set<String> NEVER = Set.of(
			BOOT + "micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration",
			BOOT + "opentelemetry.autoconfigure.logging.otlp.OtlpLoggingAutoConfiguration",
			BOOT + "micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsExportAutoConfiguration");

	private static final String R2DBC = BOOT + "r2dbc.autoconfigure.observation.R2dbcObservationAutoConfiguration";

	private static final Set<String> NOT_WITH_AGENT = Set.of(
			BOOT + "opentelemetry.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration",
			ROOMS + "exporter.ExporterAutoConfiguration", ROOMS + "logging.LoggingAutoConfiguration",
			ROOMS + "resource.ResourceAutoConfiguration", ROOMS + "sampling.SamplingAutoConfiguration",
			ROOMS + "sdk.SdkAutoConfiguration");

	private static final Set<String> ONLY_WITH_AGENT = Set.of(ROOMS + "sdk.AgentAutoConfiguration");

	private boolean openTelemetryHasR2dbc = true;

	@Override
	public void setEnvironment(Environment environment) {
		this.openTelemetryHasR2dbc = environment.getProperty("observability.enabled", Boolean.class, true)
				&& environment.getProperty("otel.instrumentation.r2dbc.enabled", Boolean.class, true);
	}

	@Override
	public boolean[] match(@Nullable String[] autoConfigurationClasses, AutoConfigurationMetadata metadata) {
		Set<String> leftOut = JavaAgent.isAtWork() ? NOT_WITH_AGENT : ONLY_WITH_AGENT;
		boolean[] matches = new boolean[autoConfigurationClasses.length];
		for (int i = 0; i < matches.length; i++) {
			String candidate = autoConfigurationClasses[i];
			matches[i] = candidate == null || !(NEVER.contains(candidate) || leftOut.contains(candidate)
					|| (this.openTelemetryHasR2dbc && R2DBC.equals(candidate)));
		}
		return matches;
	}

}

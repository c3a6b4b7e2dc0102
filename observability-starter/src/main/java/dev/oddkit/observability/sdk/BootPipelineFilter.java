package dev.oddkit.observability.sdk;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Leaves out Spring Boot's own OTLP exporters: an {@code OTEL_EXPORTER_OTLP_ENDPOINT}
 * would make every span and record leave twice. As an import filter it composes with a
 * user's {@code spring.autoconfigure.exclude}.
 */
class BootPipelineFilter implements AutoConfigurationImportFilter {

	private static final Set<String> LEFT_OUT = Set.of(
			"org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration",
			"org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingAutoConfiguration",
			"org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsExportAutoConfiguration");

	@Override
	public boolean[] match(@Nullable String[] autoConfigurationClasses, AutoConfigurationMetadata metadata) {
		boolean[] matches = new boolean[autoConfigurationClasses.length];
		for (int i = 0; i < matches.length; i++) {
			String candidate = autoConfigurationClasses[i];
			matches[i] = candidate == null || !LEFT_OUT.contains(candidate);
		}
		return matches;
	}

}

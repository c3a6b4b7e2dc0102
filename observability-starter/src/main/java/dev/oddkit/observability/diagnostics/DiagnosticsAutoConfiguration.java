package dev.oddkit.observability.diagnostics;

import dev.oddkit.observability.ConditionalOnObservability;
import dev.oddkit.observability.RoomReport;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Offers the endpoint {@code observability} and keeps secrets out of all others.
 */
@AutoConfiguration
@ConditionalOnObservability
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
public final class DiagnosticsAutoConfiguration {

	DiagnosticsAutoConfiguration() {
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnAvailableEndpoint
	ObservabilityEndpoint observabilityEndpoint(ObjectProvider<RoomReport> reports, Environment environment) {
		return new ObservabilityEndpoint(reports.orderedStream().toList(), new EffectiveProperties(environment));
	}

	@Bean
	HeaderSanitizer observabilityHeaderSanitizer() {
		return new HeaderSanitizer();
	}

}

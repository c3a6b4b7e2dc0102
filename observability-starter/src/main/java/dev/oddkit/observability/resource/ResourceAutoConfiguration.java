package dev.oddkit.observability.resource;

import dev.oddkit.observability.ConditionalOnObservability;
import dev.oddkit.observability.RoomReport;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Gives the one SDK the resource that the properties describe.
 */
@AutoConfiguration
@ConditionalOnObservability
@EnableConfigurationProperties(ResourceProperties.class)
public final class ResourceAutoConfiguration {

	ResourceAutoConfiguration() {
	}

	@Bean
	ServiceResourceProvider observabilityResourceProvider(ResourceProperties properties, Environment environment) {
		return new ServiceResourceProvider(properties, environment.getProperty("spring.application.name"));
	}

	@Bean
	RoomReport observabilityResourceReport() {
		return new RoomReport("resource").with("otel.service.name", null)
			.with("spring.application.name", null)
			.with("observability.resource.name", null)
			.with("observability.resource.namespace", null)
			.with("observability.resource.version", null)
			.with("observability.resource.environment", null)
			.with("observability.resource.instance-id", "random");
	}

}

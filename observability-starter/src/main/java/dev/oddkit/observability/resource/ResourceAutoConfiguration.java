package dev.oddkit.observability.resource;

import java.util.Map;

import dev.oddkit.observability.ConditionalOnObservability;
import dev.oddkit.observability.RoomReport;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.info.ProjectInfoAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Gives the one SDK the resource that the properties describe.
 */
@AutoConfiguration(after = ProjectInfoAutoConfiguration.class)
@ConditionalOnObservability
@EnableConfigurationProperties(ResourceProperties.class)
public final class ResourceAutoConfiguration {

	ResourceAutoConfiguration() {
	}

	@Bean
	ServiceResourceProvider observabilityResourceProvider(ResourceProperties properties, Environment environment,
			ObjectProvider<BuildProperties> build, ObjectProvider<GitProperties> git) {
		Map<String, String> springBoot = Binder.get(environment)
			.bind("management.opentelemetry.resource-attributes", Bindable.mapOf(String.class, String.class))
			.orElse(Map.of());
		return new ServiceResourceProvider(properties,
				ApplicationAttributes.of(environment, build.getIfUnique(), git.getIfUnique()), springBoot);
	}

	@Bean
	EffectiveResource observabilityEffectiveResource() {
		return new EffectiveResource();
	}

	@Bean
	RoomReport observabilityResourceReport(EffectiveResource resource) {
		return new RoomReport("resource").with("otel.service.name", null)
			.with("otel.resource.attributes", null)
			.with("spring.application.name", null)
			.with("observability.resource.name", null)
			.with("observability.resource.namespace", null)
			.with("observability.resource.version", null)
			.with("observability.resource.environment", null)
			.with("observability.resource.instance-id", "random")
			.with(() -> Map.of("attributes", resource.attributes()));
	}

}

package dev.oddkit.observability.resource;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the resource that every span, metric and log record carries.
 *
 * @param name name of the service, service.name
 * @param namespace group that the service belongs to, service.namespace
 * @param version version of the service, service.version
 * @param environment where the service is deployed, deployment.environment.name
 * @param instanceId id that no other replica has, service.instance.id
 * @param attributes further resource attributes
 */
@ConfigurationProperties("observability.resource")
record ResourceProperties(@Nullable String name, @Nullable String namespace, @Nullable String version,
		@Nullable String environment, @Nullable String instanceId, @DefaultValue Map<String, String> attributes) {

}

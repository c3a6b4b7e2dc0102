package dev.oddkit.observability.resource;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the resource that every span, metric and log record carries.
 *
 * @param name Name of the service, service.name; by default that of the application or
 * its build.
 * @param namespace Group that the service belongs to, service.namespace; by default that
 * of the application or its build.
 * @param version Version of the service, service.version; by default that of the
 * application or its build.
 * @param environment Where the service is deployed, deployment.environment.name.
 * @param instanceId Id that no other replica has, service.instance.id; by default made of
 * k8s.pod.uid and k8s.container.name, else random.
 * @param attributes Further resource attributes.
 */
@ConfigurationProperties("observability.resource")
record ResourceProperties(@Nullable String name, @Nullable String namespace, @Nullable String version,
		@Nullable String environment, @Nullable String instanceId, @DefaultValue Map<String, String> attributes) {

}

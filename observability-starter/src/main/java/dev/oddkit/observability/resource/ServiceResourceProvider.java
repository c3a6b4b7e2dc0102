package dev.oddkit.observability.resource;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.ResourceProvider;
import io.opentelemetry.sdk.resources.Resource;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Turns the properties into resource attributes. It comes after the detectors and before
 * the SDK reads OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES. What the application says
 * of itself, such as its build, counts where no property does.
 */
class ServiceResourceProvider implements ResourceProvider {

	/**
	 * Right before the SDK's own provider for the environment.
	 */
	private static final int ORDER = Integer.MAX_VALUE - 2;

	private static final String INSTANCE_ID = "service.instance.id";

	private final ResourceProperties properties;

	private final Map<String, String> application;

	private final Map<String, String> springBoot;

	/**
	 * Create a provider.
	 * @param properties the properties of the room
	 * @param application attributes that the application implies, the weakest
	 * @param springBoot attributes given by Spring Boot's own property, the strongest
	 */
	ServiceResourceProvider(ResourceProperties properties, Map<String, String> application,
			Map<String, String> springBoot) {
		this.properties = properties;
		this.application = application;
		this.springBoot = springBoot;
	}

	@Override
	public int order() {
		return ORDER;
	}

	@Override
	public Resource createResource(ConfigProperties config) {
		Map<String, String> attributes = new LinkedHashMap<>(this.application);
		attributes.putAll(this.properties.attributes());
		attributes.putAll(this.springBoot);
		attributes.putAll(named());
		if (!attributes.containsKey(INSTANCE_ID)) {
			Map<String, String> all = new HashMap<>(attributes);
			all.putAll(config.getMap("otel.resource.attributes"));
			String container = container(all);
			if (container != null) {
				attributes.put(INSTANCE_ID, container);
			}
		}
		AttributesBuilder resource = Attributes.builder();
		attributes.forEach(resource::put);
		return Resource.create(resource.build());
	}

	/**
	 * Return the attributes that have a property of their own.
	 */
	private Map<String, String> named() {
		Map<String, @Nullable String> named = new LinkedHashMap<>();
		named.put("service.name", this.properties.name());
		named.put("service.namespace", this.properties.namespace());
		named.put("service.version", this.properties.version());
		named.put("deployment.environment.name", this.properties.environment());
		named.put(INSTANCE_ID, this.properties.instanceId());
		named.values().removeIf((value) -> !StringUtils.hasText(value));
		this.springBoot.keySet().forEach(named::remove);
		return named;
	}

	/**
	 * Return an id that all signals of a container share with what Kubernetes says of it.
	 * Without one the SDK makes a random id for each process.
	 */
	private static @Nullable String container(Map<String, String> attributes) {
		String pod = attributes.get("k8s.pod.uid");
		String container = attributes.get("k8s.container.name");
		return (pod != null && container != null) ? pod + "." + container : pod;
	}

}

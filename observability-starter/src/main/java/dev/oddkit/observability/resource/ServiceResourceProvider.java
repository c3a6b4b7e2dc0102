package dev.oddkit.observability.resource;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.ResourceProvider;
import io.opentelemetry.sdk.resources.Resource;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Turns the properties into resource attributes. It comes after the detectors and before
 * the SDK reads OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES.
 */
class ServiceResourceProvider implements ResourceProvider {

	/**
	 * Right before the SDK's own provider for the environment.
	 */
	private static final int ORDER = Integer.MAX_VALUE - 2;

	private final ResourceProperties properties;

	private final @Nullable String applicationName;

	ServiceResourceProvider(ResourceProperties properties, @Nullable String applicationName) {
		this.properties = properties;
		this.applicationName = applicationName;
	}

	@Override
	public int order() {
		return ORDER;
	}

	@Override
	public Resource createResource(ConfigProperties config) {
		AttributesBuilder attributes = Attributes.builder();
		this.properties.attributes().forEach(attributes::put);
		put(attributes, "service.name",
				(this.properties.name() != null) ? this.properties.name() : this.applicationName);
		put(attributes, "service.namespace", this.properties.namespace());
		put(attributes, "service.version", this.properties.version());
		put(attributes, "deployment.environment.name", this.properties.environment());
		put(attributes, "service.instance.id", this.properties.instanceId());
		return Resource.create(attributes.build());
	}

	private static void put(AttributesBuilder attributes, String key, @Nullable String value) {
		if (StringUtils.hasText(value)) {
			attributes.put(key, value);
		}
	}

}

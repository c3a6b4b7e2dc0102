package dev.oddkit.observability.resource;

import java.util.Map;
import java.util.TreeMap;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.resources.Resource;

/**
 * Remembers the resource after everybody else has added to it.
 */
class EffectiveResource implements AutoConfigurationCustomizerProvider {

	private volatile Resource resource = Resource.empty();

	@Override
	public void customize(AutoConfigurationCustomizer customizer) {
		customizer.addResourceCustomizer((resource, config) -> this.resource = resource);
	}

	@Override
	public int order() {
		return Integer.MAX_VALUE;
	}

	Map<String, Object> attributes() {
		Map<String, Object> attributes = new TreeMap<>();
		this.resource.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value));
		return attributes;
	}

}

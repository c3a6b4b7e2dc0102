package dev.oddkit.observability.resource;

import java.util.Map;
import java.util.TreeMap;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.resources.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers the resource after everybody else has added to it, and says if nobody named
 * the service: all services without a name look like one.
 */
class EffectiveResource implements AutoConfigurationCustomizerProvider {

	private static final Logger logger = LoggerFactory.getLogger(EffectiveResource.class);

	private static final AttributeKey<String> NAME = AttributeKey.stringKey("service.name");

	private volatile Resource resource = Resource.empty();

	@Override
	public void customize(AutoConfigurationCustomizer customizer) {
		customizer.addResourceCustomizer((resource, config) -> remember(resource));
	}

	private Resource remember(Resource complete) {
		String name = complete.getAttribute(NAME);
		if (name == null || name.startsWith("unknown_service")) {
			logger.warn("The service has no name and is {} in all telemetry. Set spring.application.name", name);
		}
		this.resource = complete;
		return complete;
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

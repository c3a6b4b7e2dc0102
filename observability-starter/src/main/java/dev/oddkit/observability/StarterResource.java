package dev.oddkit.observability;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * Reads the tables of the starter, which are properties files beside its classes.
 */
final class StarterResource {

	private StarterResource() {
	}

	static Map<String, String> properties(String name) {
		try {
			Map<String, String> entries = new LinkedHashMap<>();
			PropertiesLoaderUtils.loadProperties(new ClassPathResource(name, StarterResource.class))
				.forEach((key, value) -> entries.put((String) key, (String) value));
			return entries;
		}
		catch (IOException ex) {
			throw new IllegalStateException("The starter's own file " + name + " cannot be read", ex);
		}
	}

}

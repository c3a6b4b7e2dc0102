package dev.oddkit.observability.diagnostics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import dev.oddkit.observability.PropertyOrigin;

import org.springframework.core.env.Environment;

/**
 * Finds the value of a property that counts, and where it was set. Credentials in a URL
 * are never shown.
 */
class EffectiveProperties {

	private static final Pattern CREDENTIALS = Pattern.compile("(?<=//)[^/@\\s]+@");

	private final Environment environment;

	EffectiveProperties(Environment environment) {
		this.environment = environment;
	}

	Map<String, Map<String, String>> describe(Map<String, String> settings) {
		Map<String, Map<String, String>> described = new LinkedHashMap<>();
		settings.forEach((key, unset) -> described.put(key, describe(key, unset)));
		return described;
	}

	private Map<String, String> describe(String key, String unset) {
		PropertyOrigin origin = PropertyOrigin.find(this.environment, key);
		String value = this.environment.getProperty(key);
		if (origin == null || value == null) {
			return Map.of("value", unset, "origin", "default");
		}
		return Map.of("value", CREDENTIALS.matcher(value).replaceAll("******@"), "origin",
				origin.property().equals(key) ? origin.place() : origin.property() + " (" + origin.place() + ")");
	}

}

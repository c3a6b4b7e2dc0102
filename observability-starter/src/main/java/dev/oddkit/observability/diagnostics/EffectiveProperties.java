package dev.oddkit.observability.diagnostics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
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
		ConfigurationProperty property = find(key);
		String value = this.environment.getProperty(key);
		if (property == null || value == null) {
			return Map.of("value", unset, "origin", "default");
		}
		return Map.of("value", CREDENTIALS.matcher(value).replaceAll("******@"), "origin", origin(property));
	}

	private @Nullable ConfigurationProperty find(String key) {
		ConfigurationPropertyName name = ConfigurationPropertyName.of(key);
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			ConfigurationProperty property = source.getConfigurationProperty(name);
			if (property != null) {
				return property;
			}
		}
		return null;
	}

	private static String origin(ConfigurationProperty property) {
		if (property.getOrigin() != null) {
			return property.getOrigin().toString();
		}
		ConfigurationPropertySource source = property.getSource();
		return (source != null) ? String.valueOf(source.getUnderlyingSource()) : "unknown";
	}

}

package dev.oddkit.observability;

import java.util.Map;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/**
 * Names the keys of Spring Boot that somebody set and that have no effect on the one SDK,
 * by the table {@code spring-boot-replaced.properties}: nothing that a user wrote dies in
 * silence.
 */
final class IneffectiveKeys {

	private static final Logger logger = LoggerFactory.getLogger(IneffectiveKeys.class);

	private static final String REPLACED = "spring-boot-replaced.properties";

	private IneffectiveKeys() {
	}

	static void name(Environment environment) {
		Map<String, String> replaced = new TreeMap<>(StarterResource.properties(REPLACED));
		replaced.forEach((key, instead) -> {
			if (isSet(environment, ConfigurationPropertyName.of(key))) {
				logger.warn("{} has no effect: {}", PropertyOrigin.describe(environment, key), instead);
			}
		});
	}

	private static boolean isSet(Environment environment, ConfigurationPropertyName name) {
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (isOfTheUser(source) && (source.getConfigurationProperty(name) != null
					|| source.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isOfTheUser(ConfigurationPropertySource source) {
		return !(source.getUnderlyingSource() instanceof MappedPropertySource)
				&& !(source.getUnderlyingSource() instanceof PropertySource<?> known
						&& known.getName().equals(OtherProperties.VARIABLES));
	}

}

package dev.oddkit.observability;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

import dev.oddkit.observability.PropertyMapping.Lookup;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.PlaceholdersResolver;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.PropertySources;

/**
 * Looks properties up in every source of the environment but the mapped one, and the one
 * in which Spring Boot repeats OTEL_* variables by its own names; with Boot's relaxed
 * names and with placeholders resolved. The sources are read anew each time, by hand: the
 * start asks some thousand times, and Boot's binder costs ten times as much.
 */
final class OtherProperties implements Lookup {

	/**
	 * Stands in front of the command line. The SDK reads the variables themselves.
	 */
	static final String VARIABLES = "openTelemetryEnvironmentVariables";

	private final Map<String, ConfigurationPropertyName> names = new ConcurrentHashMap<>();

	private final Iterable<ConfigurationPropertySource> sources;

	private final PlaceholdersResolver placeholders;

	OtherProperties(ConfigurableEnvironment environment) {
		PropertySources sources = environment.getPropertySources();
		Iterable<PropertySource<?>> others = () -> others(sources);
		this.sources = ConfigurationPropertySources.from(others);
		this.placeholders = new PropertySourcesPlaceholdersResolver(environment);
	}

	private static Iterator<PropertySource<?>> others(PropertySources sources) {
		return StreamSupport.stream(sources.spliterator(), false)
			.filter((source) -> !(source instanceof MappedPropertySource) && !source.getName().equals(VARIABLES))
			.filter((source) -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
			.iterator();
	}

	@Override
	public @Nullable String get(String key) {
		ConfigurationProperty property = find(key);
		if (property == null) {
			return null;
		}
		Object value = this.placeholders.resolvePlaceholders(property.getValue());
		return (value instanceof String text) ? text
				: ApplicationConversionService.getSharedInstance().convert(value, String.class);
	}

	/**
	 * Return where a property was set.
	 * @param key a property in its canonical form
	 * @return the place, or {@code null} if it is not known
	 */
	@Nullable Origin origin(String key) {
		ConfigurationProperty property = find(key);
		return (property != null) ? property.getOrigin() : null;
	}

	/**
	 * Return how near a property was set.
	 * @param key a property in its canonical form
	 * @return the number of sources in front of its own, or -1 if nobody set it
	 */
	int place(String key) {
		ConfigurationPropertyName name = name(key);
		int place = 0;
		for (ConfigurationPropertySource source : this.sources) {
			if (source.getConfigurationProperty(name) != null) {
				return place;
			}
			place++;
		}
		return -1;
	}

	/**
	 * The name of a logger has capital letters, hence no strict name.
	 */
	private ConfigurationPropertyName name(String key) {
		return this.names.computeIfAbsent(key, (unknown) -> ConfigurationPropertyName.adapt(unknown, '.'));
	}

	private @Nullable ConfigurationProperty find(String key) {
		ConfigurationPropertyName name = name(key);
		for (ConfigurationPropertySource source : this.sources) {
			ConfigurationProperty property = source.getConfigurationProperty(name);
			if (property != null) {
				return property;
			}
		}
		return null;
	}

}

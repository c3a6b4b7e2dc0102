package dev.oddkit.observability;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Where the value of a property comes from, in words.
 *
 * @param property the property that the user set: for a mapped one, its source
 * @param place the file with line and column, the environment variable, or the name of
 * the property source
 */
public record PropertyOrigin(String property, String place) {

	private static final String VARIABLE = "environment variable ";

	private static final Pattern RESOURCE = Pattern
		.compile("(?:class path resource|file|URL) \\[(?:file:)?([^\\]]+)\\]");

	/**
	 * Find the origin of a property.
	 * @param environment the environment of the application
	 * @param property a property in its canonical form
	 * @return the origin, or {@code null} if nobody set the property
	 */
	public static @Nullable PropertyOrigin find(Environment environment, String property) {
		ConfigurationProperty found = lookUp(environment, property);
		return (found != null) ? of(property, found) : null;
	}

	static @Nullable ConfigurationProperty lookUp(Environment environment, String property) {
		if (!ConfigurationPropertyName.isValid(property)) {
			return null;
		}
		ConfigurationPropertyName name = ConfigurationPropertyName.of(property);
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			ConfigurationProperty found = source.getConfigurationProperty(name);
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	/**
	 * Describe a property for a warning.
	 * @param environment the environment of the application
	 * @param property a property in its canonical form
	 * @return the property that the user set and its place, without the value
	 */
	public static String describe(Environment environment, String property) {
		PropertyOrigin origin = find(environment, property);
		return (origin != null) ? origin.property() + " (" + origin.place() + ")" : property;
	}

	/**
	 * Return whether the value comes from an environment variable.
	 * @return whether it does
	 */
	public boolean isVariable() {
		return this.place.startsWith(VARIABLE);
	}

	static PropertyOrigin of(String property, ConfigurationProperty found) {
		Origin origin = found.getOrigin();
		if (origin instanceof PropertySourceOrigin known && known.getOrigin() != null) {
			origin = known.getOrigin();
		}
		if (origin instanceof MappedOrigin mapped) {
			return (mapped.key() != null) ? new PropertyOrigin(mapped.key(), place(mapped.getParent()))
					: new PropertyOrigin(property, mapped.toString());
		}
		if (origin == null && found.getSource() != null
				&& found.getSource().getUnderlyingSource() instanceof PropertySource<?> source) {
			return new PropertyOrigin(property, place(source, property));
		}
		return new PropertyOrigin(property, place(origin));
	}

	private static String place(@Nullable Origin origin) {
		if (origin == null) {
			return "unknown place";
		}
		if (origin instanceof SystemEnvironmentOrigin variable) {
			return VARIABLE + variable.getProperty();
		}
		if (origin instanceof PropertySourceOrigin known) {
			Origin inner = known.getOrigin();
			return (inner != null) ? place(inner) : place(known.getPropertySource(), known.getPropertyName());
		}
		Matcher resource = RESOURCE.matcher(origin.toString());
		return resource.find() ? resource.replaceFirst("$1") : origin.toString();
	}

	private static String place(PropertySource<?> source, String name) {
		if (source instanceof CommandLinePropertySource) {
			return "command line";
		}
		return switch (source.getName()) {
			case StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME -> "system property " + name;
			case StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME -> VARIABLE + name;
			default -> "property source " + source.getName();
		};
	}

}

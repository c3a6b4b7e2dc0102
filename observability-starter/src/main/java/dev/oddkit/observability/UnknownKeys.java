package dev.oddkit.observability;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Names keys under {@code observability.*} that do not exist, each with the key that was
 * probably meant. It is a warning only: the configuration of a newer version must not
 * break the start of an older one.
 */
final class UnknownKeys {

	private static final Logger logger = LoggerFactory.getLogger(UnknownKeys.class);

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("observability");

	/**
	 * The value of a variable that Kubernetes makes of the name of a service.
	 */
	private static final Pattern LINK = Pattern.compile("[a-z]+://[0-9a-f.:\\[\\]]+");

	private static final Pattern INDEX = Pattern.compile("\\[\\d+\\]$");

	private UnknownKeys() {
	}

	static void name(ConfigurableEnvironment environment, ClassLoader classLoader) {
		KnownKeys known = KnownKeys.ofStarter();
		if (known.names().isEmpty()) {
			return;
		}
		List<ConfigurationProperty> unknown = find(environment, known);
		if (!unknown.isEmpty()) {
			// Company starters may have keys of their own below our root
			KnownKeys all = KnownKeys.ofAll(classLoader);
			unknown.stream()
				.filter((property) -> !isIn(all, property.getName(), property.getSource()))
				.forEach((property) -> warn(property, known));
		}
	}

	private static List<ConfigurationProperty> find(ConfigurableEnvironment environment, KnownKeys known) {
		List<ConfigurationProperty> unknown = new ArrayList<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource names
					&& !(source.getUnderlyingSource() instanceof MappedPropertySource)) {
				names.stream()
					.filter((name) -> isOurs(name, source) && !isIn(known, name, source))
					.map(source::getConfigurationProperty)
					.forEach(unknown::add);
			}
		}
		return unknown;
	}

	/**
	 * A variable of the bare name of our root may be anybody's.
	 */
	private static boolean isOurs(ConfigurationPropertyName name, ConfigurationPropertySource source) {
		return ROOT.isAncestorOf(name) || (ROOT.equals(name) && !isVariable(source));
	}

	private static boolean isIn(KnownKeys known, ConfigurationPropertyName name,
			@Nullable ConfigurationPropertySource source) {
		return isVariable(source) ? known.containsVariable(name.toString()) : known.contains(name.toString());
	}

	private static void warn(ConfigurationProperty property, KnownKeys known) {
		String name = property.getName().toString();
		List<String> below = known.below(name);
		boolean holdsOthers = known.maps().contains(name) || !below.isEmpty();
		if (holdsOthers && String.valueOf(property.getValue()).isEmpty()) {
			// In YAML all that stands below it may be commented out
			return;
		}
		if (known.maps().contains(name)) {
			throw new WrongValueException(name, property.getValue(), "must be a map of names to values",
					"Set " + name + ".<name>=<value>, or one line below it for each name.");
		}
		String single = INDEX.matcher(name).replaceFirst("");
		if (!single.equals(name) && known.contains(single)) {
			throw new WrongValueException(name, property.getValue(),
					"is an element of a list, but one value is allowed", "Set %s itself.".formatted(single));
		}
		String nearest = known.nearest(name);
		if (isVariable(property.getSource())
				&& (nearest == null || LINK.matcher(String.valueOf(property.getValue())).matches())) {
			return;
		}
		if (!below.isEmpty()) {
			throw new WrongValueException(name, property.getValue(), "is a group of settings and has no value itself",
					"Set one of them: " + name + "." + String.join(", .", below) + ".");
		}
		logger.warn("{} ({}) is no property of the starter{}", name, PropertyOrigin.of(name, property).place(),
				(nearest != null) ? "; did you mean " + nearest + "?" : "");
	}

	private static boolean isVariable(@Nullable ConfigurationPropertySource source) {
		return source != null && source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
	}

}

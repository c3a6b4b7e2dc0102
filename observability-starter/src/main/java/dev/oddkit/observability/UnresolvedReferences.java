package dev.oddkit.observability;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.PlaceholderResolutionException;

/**
 * Refuses values that still refer to something: a placeholder that nobody defines, which
 * Spring Boot's binder would leave as it is, and a variable that Kubernetes did not
 * replace.
 */
final class UnresolvedReferences {

	private static final List<ConfigurationPropertyName> ROOTS = List.of(ConfigurationPropertyName.of("observability"),
			ConfigurationPropertyName.of("otel"));

	private static final Pattern KUBERNETES = Pattern.compile("\\$\\(([A-Za-z_][A-Za-z0-9_]*)\\)");

	private UnresolvedReferences() {
	}

	static void check(ConfigurableEnvironment environment) {
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource names
					&& !(source.getUnderlyingSource() instanceof MappedPropertySource)) {
				names.stream()
					.filter((name) -> ROOTS.stream().anyMatch((root) -> root.isAncestorOf(name)))
					.map(source::getConfigurationProperty)
					.forEach((property) -> check(property, environment));
			}
		}
	}

	private static void check(ConfigurationProperty property, ConfigurableEnvironment environment) {
		if (!(property.getValue() instanceof CharSequence text)) {
			return;
		}
		String value = text.toString();
		String name = property.getName().toString();
		Matcher variable = KUBERNETES.matcher(value);
		if (variable.find()) {
			throw new WrongValueException(name, value,
					"holds %s, which Kubernetes did not replace".formatted(variable.group()),
					"Declare the variable %s in the container's env, above the one that refers to it."
						.formatted(variable.group(1)));
		}
		try {
			environment.resolveRequiredPlaceholders(value);
		}
		catch (PlaceholderResolutionException ex) {
			String key = ex.getPlaceholder();
			throw new WrongValueException(name, value, "refers to '%s', which nobody defines".formatted(key),
					"Define it, or give a default: ${%s:default}, or ${%s:} for none.".formatted(key, key));
		}
	}

}

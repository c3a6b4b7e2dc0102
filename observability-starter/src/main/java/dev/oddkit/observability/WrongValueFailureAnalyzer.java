package dev.oddkit.observability;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.core.env.Environment;

/**
 * Says which property is wrong, where it was set, what is allowed and what to do.
 */
class WrongValueFailureAnalyzer extends AbstractFailureAnalyzer<WrongValueException> {

	private final @Nullable Environment environment;

	WrongValueFailureAnalyzer(@Nullable Environment environment) {
		this.environment = environment;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, WrongValueException cause) {
		String property = cause.getProperty();
		Origin origin = origin(property);
		if (origin instanceof PropertySourceOrigin source && source.getOrigin() instanceof MappedOrigin mapped) {
			property = (mapped.key() != null) ? mapped.key() : property;
			origin = mapped.parent();
		}
		String description = "The property " + property + cause.getProblem() + "."
				+ ((origin != null) ? "\n\nIt was set by " + origin + "." : "");
		return new FailureAnalysis(description, cause.getRemedy(), cause);
	}

	private @Nullable Origin origin(String property) {
		if (this.environment == null || !ConfigurationPropertyName.isValid(property)) {
			return null;
		}
		ConfigurationPropertyName name = ConfigurationPropertyName.of(property);
		for (var source : ConfigurationPropertySources.get(this.environment)) {
			ConfigurationProperty found = source.getConfigurationProperty(name);
			if (found != null) {
				return found.getOrigin();
			}
		}
		return null;
	}

}

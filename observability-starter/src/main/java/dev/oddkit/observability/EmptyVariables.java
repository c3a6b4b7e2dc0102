package dev.oddkit.observability;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Takes an empty {@code OTEL_*} variable for one that is not set, as OpenTelemetry
 * demands: a manifest that leaves a value out must not end the start. It comes before
 * Spring Boot wraps the variables and before anybody reads them.
 *
 * @see <a href=
 * "https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/#parsing-empty-value">
 * Parsing of an empty value</a>
 */
class EmptyVariables implements EnvironmentPostProcessor, Ordered {

	private static final String PREFIX = "OTEL_";

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		MutablePropertySources sources = environment.getPropertySources();
		for (PropertySource<?> source : sources) {
			if (source instanceof SystemEnvironmentPropertySource variables) {
				Map<String, Object> set = new LinkedHashMap<>(variables.getSource());
				if (set.entrySet().removeIf(EmptyVariables::isEmpty)) {
					sources.replace(source.getName(), new SystemEnvironmentPropertySource(source.getName(), set));
				}
			}
		}
	}

	private static boolean isEmpty(Map.Entry<String, Object> variable) {
		return variable.getKey().startsWith(PREFIX) && variable.getValue().toString().isEmpty();
	}

}

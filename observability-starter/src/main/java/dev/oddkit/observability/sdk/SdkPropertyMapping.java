package dev.oddkit.observability.sdk;

import java.time.Duration;
import java.util.Map;

import dev.oddkit.observability.PropertyMapping;
import dev.oddkit.observability.WrongValueException;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Maps nothing, but refuses an end of the SDK that lasts longer than Spring lets a phase
 * of the shutdown last.
 */
class SdkPropertyMapping implements PropertyMapping {

	private static final String CONFIG_FILE = "otel.config.file";

	private static final String PHASE = "spring.lifecycle.timeout-per-shutdown-phase";

	@Override
	public Map<String, Rule> rules() {
		return Map.of();
	}

	@Override
	public void check(Environment environment) {
		String file = environment.getProperty(CONFIG_FILE);
		if (file != null && !JavaAgent.isAtWork()) {
			throw new WrongValueException(CONFIG_FILE, file,
					"names a declarative configuration, which an application of Spring Boot has no file for",
					"Move its content below otel in application.yml, or remove the setting.");
		}
		Binder binder = Binder.get(environment);
		Duration timeout = binder.bind(SdkProperties.SHUTDOWN_TIMEOUT, Duration.class).orElse(Duration.ofSeconds(3));
		Duration phase = binder.bind(PHASE, Duration.class).orElse(Duration.ofSeconds(30));
		if (timeout.compareTo(phase) > 0) {
			throw new WrongValueException(SdkProperties.SHUTDOWN_TIMEOUT, timeout.toSeconds() + "s",
					"must not be longer than " + PHASE + ", " + phase.toSeconds() + "s",
					"Use 3s, the default: what has not left by then will hardly leave later.");
		}
	}

}

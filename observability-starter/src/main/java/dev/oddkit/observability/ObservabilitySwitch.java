package dev.oddkit.observability;

import dev.oddkit.observability.PropertyMapping.Lookup;

import org.springframework.core.env.Environment;

/**
 * The one switch of the starter, with its two older sisters: whichever of them says off
 * switches all of it off.
 */
final class ObservabilitySwitch {

	private ObservabilitySwitch() {
	}

	static void check(Environment environment) {
		for (String key : new String[] { "observability.enabled", "otel.sdk.disabled",
				"management.opentelemetry.enabled" }) {
			String value = environment.getProperty(key, "true");
			if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
				throw new WrongValueException(key, value, "must be true or false",
						"Set observability.enabled=false to start as if the starter were not there.");
			}
		}
	}

	static boolean isOn(Lookup lookup) {
		return !"false".equalsIgnoreCase(lookup.get("observability.enabled"))
				&& !"true".equalsIgnoreCase(lookup.get("otel.sdk.disabled"))
				&& !"false".equalsIgnoreCase(lookup.get("management.opentelemetry.enabled"));
	}

}

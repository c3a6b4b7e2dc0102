package dev.oddkit.observability;

import dev.oddkit.observability.PropertyMapping.Lookup;

/**
 * The one switch of the starter, with its two older sisters: whichever of them says off
 * switches all of it off.
 */
final class ObservabilitySwitch {

	private ObservabilitySwitch() {
	}

	static boolean isOn(Lookup lookup) {
		return !"false".equalsIgnoreCase(lookup.get("observability.enabled"))
				&& !"true".equalsIgnoreCase(lookup.get("otel.sdk.disabled"))
				&& !"false".equalsIgnoreCase(lookup.get("management.opentelemetry.enabled"));
	}

}

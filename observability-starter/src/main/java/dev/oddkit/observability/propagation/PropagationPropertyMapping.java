package dev.oddkit.observability.propagation;

import java.util.Map;

import dev.oddkit.observability.PropertyMapping;

/**
 * Maps the formats to the SDK, whose propagators both APIs use.
 */
class PropagationPropertyMapping implements PropertyMapping {

	@Override
	public Map<String, Rule> rules() {
		return Map.of("otel.propagators", (lookup) -> {
			String formats = lookup.get("observability.propagation.formats");
			return (formats != null) ? formats : "tracecontext,baggage";
		});
	}

}

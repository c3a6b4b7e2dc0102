package dev.oddkit.observability.propagation;

import java.util.List;
import java.util.Map;

import dev.oddkit.observability.PropertyMapping;
import org.jspecify.annotations.Nullable;

/**
 * Maps the formats to the SDK, whose propagators both APIs use, and the fields of the
 * baggage to the MDC.
 */
class PropagationPropertyMapping implements PropertyMapping {

	@Override
	public Map<String, Rule> rules() {
		return Map.of(KnownFormats.PROPERTY, (lookup) -> PropagationFormats.of(lookup).names(),
				"management.tracing.baggage.correlation.fields", PropagationPropertyMapping::correlated);
	}

	private static @Nullable String correlated(Lookup lookup) {
		List<String> fields = lookup.list("observability.propagation.baggage.fields");
		return fields.isEmpty() ? null
				: String.join(",", fields.stream().filter((field) -> !field.equals("*")).toList());
	}

}

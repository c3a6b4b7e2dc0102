package dev.oddkit.observability.propagation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.oddkit.observability.PropertyMapping;
import dev.oddkit.observability.PropertyOrigin;
import dev.oddkit.observability.WrongValueException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.env.Environment;

/**
 * Maps the formats to the SDK, whose propagators both APIs use, and the fields of the
 * baggage to the MDC.
 */
class PropagationPropertyMapping implements PropertyMapping {

	private static final String FIELDS = "observability.propagation.baggage.fields";

	/**
	 * The formats that carry baggage.
	 */
	private static final Set<String> CARRIERS = Set.of("baggage", "jaeger", "ottrace");

	private static final Logger logger = LoggerFactory.getLogger(PropagationPropertyMapping.class);

	private static final String HEADER = "observability.propagation.response.header";

	private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

	/**
	 * A token of HTTP without the asterisk.
	 */
	private static final Pattern FIELD = Pattern.compile("[!#$%&'+.^_`|~0-9A-Za-z-]+");

	@Override
	public Map<String, Rule> rules() {
		return Map.of(KnownFormats.PROPERTY, (lookup) -> PropagationFormats.of(lookup).names(),
				"management.tracing.baggage.correlation.fields", PropagationPropertyMapping::correlated);
	}

	@Override
	public void check(Environment environment) {
		Lookup lookup = environment::getProperty;
		for (String field : lookup.list(FIELDS)) {
			if (!field.equals("*") && !FIELD.matcher(field).matches()) {
				throw new WrongValueException(FIELDS, field,
						"must be the name of a field, of letters, digits and !#$%&'+-.^_`|~, or * alone for all",
						"List each field by its full name.");
			}
		}
		if (!lookup.list(FIELDS).isEmpty() && Collections.disjoint(lookup.list(KnownFormats.PROPERTY), CARRIERS)) {
			logger.warn("{} lets no baggage leave: {} has no format for it. Add baggage to the formats",
					PropertyOrigin.describe(environment, FIELDS),
					PropertyOrigin.describe(environment, KnownFormats.PROPERTY));
		}
		String header = environment.getProperty(HEADER);
		if (header != null && !TOKEN.matcher(header).matches()) {
			throw new WrongValueException(HEADER, header, "must be the name of a header, of letters, digits and dashes",
					"Set for example X-Trace-Id, or remove it to tell callers nothing.");
		}
	}

	private static @Nullable String correlated(Lookup lookup) {
		List<String> fields = lookup.list(FIELDS);
		return fields.isEmpty() ? null
				: String.join(",", fields.stream().filter((field) -> !field.equals("*")).toList());
	}

}

package dev.oddkit.observability.logging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.oddkit.observability.PropertyMapping;
import dev.oddkit.observability.WrongValueException;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Maps what leaves with a log record to the appender of the OpenTelemetry starter, which
 * reads the environment before any bean exists.
 */
class LoggingPropertyMapping implements PropertyMapping {

	/**
	 * What Micrometer's bridge and the instrumentations of OpenTelemetry write to the
	 * MDC.
	 */
	static final List<String> CORRELATION = List.of("traceId", "spanId", "trace_id", "span_id", "trace_flags");

	private static final String ROOM = "observability.logging.";

	private static final String APPENDER = "otel.instrumentation.logback-appender.experimental";

	@Override
	public Map<String, Rule> rules() {
		Map<String, Rule> rules = new HashMap<>();
		rules.put(APPENDER + ".mdc-attributes.included", (lookup) -> String.join(",", included(lookup)));
		rules.put(APPENDER + ".mdc-attributes.excluded", (lookup) -> String.join(",", excluded(lookup)));
		rules.put(APPENDER + ".key-value-pair-attributes.included",
				(lookup) -> isOn(lookup, "key-value-pairs", true) ? "*" : null);
		rules.put(APPENDER + ".capture-marker-attribute", (lookup) -> isOn(lookup, "markers", true));
		rules.put(APPENDER + ".capture-code-attributes", (lookup) -> isOn(lookup, "code", false));
		rules.put(APPENDER + "-log-attributes", (lookup) -> isOn(lookup, "thread", true));
		return rules;
	}

	@Override
	public void check(Environment environment) {
		String property = ROOM + "max-attribute-length";
		int length = Binder.get(environment).bind(property, Integer.class).orElse(1);
		if (length < 1) {
			throw new WrongValueException(property, length, "must be at least 1",
					"Set the number of characters to keep, or remove it to get 32768.");
		}
	}

	static List<String> included(Lookup lookup) {
		boolean none = "".equals(lookup.get(ROOM + "mdc.included"));
		List<String> included = lookup.list(ROOM + "mdc.included");
		return (included.isEmpty() && !none) ? List.of("*") : included;
	}

	/**
	 * Return what stays here. Without anything to include it is everything: the appender
	 * takes an empty list for an unset one.
	 */
	static List<String> excluded(Lookup lookup) {
		if (included(lookup).isEmpty()) {
			return List.of("*");
		}
		List<String> excluded = new ArrayList<>(CORRELATION);
		excluded.addAll(lookup.list(ROOM + "mdc.excluded"));
		return excluded;
	}

	static boolean isOn(Lookup lookup, String property, boolean unset) {
		String value = lookup.get(ROOM + property);
		return (value != null) ? Boolean.parseBoolean(value) : unset;
	}

}

package dev.oddkit.observability.exporter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import dev.oddkit.observability.PropertyMapping;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Maps {@code observability.exporter.*} to the keys of the SDK, and where nobody set it,
 * what Spring Boot calls the same. A general key that somebody set, such as
 * {@code OTEL_EXPORTER_OTLP_ENDPOINT}, is never beaten by a value of ours for one signal.
 * Headers are not mapped: a secret stays where the user put it.
 */
class ExporterPropertyMapping implements PropertyMapping {

	private static final String OURS = "observability.exporter.";

	private static final String SDK = "otel.exporter.otlp.";

	@Override
	public Map<String, Rule> rules() {
		Map<String, Rule> rules = new LinkedHashMap<>();
		rules.put(SDK + "endpoint", ExporterPropertyMapping::endpoint);
		rules.put(SDK + "protocol", ExporterPropertyMapping::protocol);
		rules.put(SDK + "compression", (lookup) -> lowerCase(lookup.get(OURS + "compression"), "gzip"));
		rules.put(SDK + "timeout", (lookup) -> milliseconds(lookup.get(OURS + "timeout")));
		for (Signal signal : Signal.values()) {
			String specific = SDK + signal.key() + ".";
			rules.put(specific + "endpoint", (lookup) -> endpoint(lookup, signal));
			rules.put(specific + "protocol", (lookup) -> protocol(lookup, signal));
			rules.put(specific + "compression", (lookup) -> lowerCase(specific(lookup, signal, "compression"), null));
			rules.put(specific + "timeout", (lookup) -> milliseconds(specific(lookup, signal, "timeout")));
		}
		rules.put("otel.traces.exporter", (lookup) -> ways(lookup, Signal.TRACES, "management.tracing.export"));
		rules.put("otel.logs.exporter", (lookup) -> ways(lookup, Signal.LOGS, "management.logging.export"));
		return rules;
	}

	@Override
	public void check(Environment environment) {
		new ExporterChecks(environment).check();
	}

	private static @Nullable String endpoint(Lookup lookup) {
		String text = written(lookup, OURS + "endpoint");
		if (text == null) {
			return null;
		}
		String protocol = lookup.get(SDK + "protocol");
		return understood(text, (endpoint) -> endpoint.base(known((protocol != null) ? protocol : protocol(lookup))));
	}

	private static @Nullable String endpoint(Lookup lookup, Signal signal) {
		if (lookup.isSet(SDK + "endpoint")) {
			return null;
		}
		String text = written(lookup, OURS + signal.key() + ".endpoint");
		if (text != null) {
			String protocol = lookup.first(SDK + signal.key() + ".protocol", SDK + "protocol");
			return understood(text, (endpoint) -> endpoint
				.url(known((protocol != null) ? protocol : protocol(lookup, signal)), signal));
		}
		return (written(lookup, OURS + "endpoint") != null) ? null : written(lookup, BootKeys.of(signal, "endpoint"));
	}

	/**
	 * An empty endpoint, as of a placeholder with an empty default, is none.
	 */
	private static @Nullable String written(Lookup lookup, String key) {
		String text = lookup.get(key);
		return StringUtils.hasText(text) ? text : null;
	}

	/**
	 * What somebody chose, else what the port of the endpoint stands for.
	 */
	private static @Nullable String protocol(Lookup lookup) {
		String chosen = lookup.get(OURS + "protocol");
		return (chosen != null) ? sdkName(chosen) : usual(lookup.first(SDK + "endpoint", OURS + "endpoint"));
	}

	private static @Nullable String protocol(Lookup lookup, Signal signal) {
		if (lookup.isSet(SDK + "protocol")) {
			return null;
		}
		String chosen = lookup.first(OURS + signal.key() + ".protocol", OURS + "protocol");
		if (chosen != null) {
			return sdkName(chosen);
		}
		String endpoint = lookup.first(SDK + signal.key() + ".endpoint", SDK + "endpoint",
				OURS + signal.key() + ".endpoint", OURS + "endpoint");
		if (endpoint != null) {
			return usual(endpoint);
		}
		String transport = lookup.get(BootKeys.of(signal, "protocol"));
		return (transport == null || transport.equalsIgnoreCase("http")) ? null : transport.toLowerCase(Locale.ROOT);
	}

	private static @Nullable String specific(Lookup lookup, Signal signal, String setting) {
		if (lookup.isSet(SDK + setting)) {
			return null;
		}
		String value = lookup.get(OURS + signal.key() + "." + setting);
		return (value != null || lookup.isSet(OURS + setting)) ? value : lookup.get(BootKeys.of(signal, setting));
	}

	private static @Nullable String ways(Lookup lookup, Signal signal, String boot) {
		List<String> ways = lookup.list(OURS + signal.key() + ".to");
		if (!ways.isEmpty()) {
			return String.join(",", ways).toLowerCase(Locale.ROOT);
		}
		boolean off = "false".equalsIgnoreCase(lookup.get(boot + ".enabled"))
				|| "false".equalsIgnoreCase(lookup.get(boot + ".otlp.enabled"));
		return off ? "none" : null;
	}

	/**
	 * A value that cannot be understood passes as it is: the checks name it.
	 */
	private static String understood(String text, Function<Endpoint, String> form) {
		try {
			return form.apply(Endpoint.of(text));
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

	private static @Nullable String usual(@Nullable String endpoint) {
		try {
			return (endpoint != null) ? Endpoint.of(endpoint).usualProtocol().value() : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static String sdkName(String protocol) {
		return Protocol.of(protocol).map(Protocol::value).orElse(protocol);
	}

	private static Protocol known(@Nullable String protocol) {
		return (protocol != null) ? Protocol.of(protocol).orElse(Protocol.HTTP_PROTOBUF) : Protocol.HTTP_PROTOBUF;
	}

	private static @Nullable String lowerCase(@Nullable String value, @Nullable String unset) {
		return (value != null) ? value.toLowerCase(Locale.ROOT) : unset;
	}

	private static @Nullable String milliseconds(@Nullable String value) {
		try {
			return (value != null) ? DurationStyle.detectAndParse(value).toMillis() + "ms" : null;
		}
		catch (IllegalArgumentException ex) {
			return value;
		}
	}

}

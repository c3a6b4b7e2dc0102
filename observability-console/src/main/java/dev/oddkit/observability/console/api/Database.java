package dev.oddkit.observability.console.api;

import java.util.List;
import java.util.Map;

import dev.oddkit.observability.otlp.Span;
import dev.oddkit.observability.otlp.SpanKind;

/**
 * Reads the database behind a span, by the names of OpenTelemetry's stable conventions
 * first and those before second.
 */
final class Database {

	private static final List<String> SYSTEM = List.of("db.system.name", "db.system");

	private static final List<String> PLACE = List.of("db.namespace", "db.name", "server.address", "net.peer.name");

	private Database() {
	}

	static boolean isCall(Span span) {
		return span.kind() == SpanKind.CLIENT && !first(span.attributes(), SYSTEM).isEmpty();
	}

	static String name(Span span) {
		return (first(span.attributes(), SYSTEM) + " " + first(span.attributes(), PLACE)).strip();
	}

	private static String first(Map<String, Object> attributes, List<String> keys) {
		for (String key : keys) {
			Object value = attributes.get(key);
			if (value != null && !value.toString().isBlank()) {
				return value.toString();
			}
		}
		return "";
	}

}

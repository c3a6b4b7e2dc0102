package dev.oddkit.stack.verify;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

/**
 * The spans of one trace as a backend gives them, in a form in which backends can be
 * compared: Tempo writes ids in Base64 and kinds as words, Jaeger ids in hexadecimal and
 * kinds as numbers.
 */
final class SpanSet {

	private static final int HEX_LENGTH = 16;

	private final Map<String, String> spans = new TreeMap<>();

	private final Set<String> services = new TreeSet<>();

	/** Reads an answer of Tempo or Jaeger; anything else is an empty set. */
	static SpanSet of(JsonNode answer) {
		SpanSet set = new SpanSet();
		for (JsonNode all : answer.findValues("resourceSpans")) {
			for (JsonNode one : all) {
				String service = attributes(one.path("resource")).getOrDefault("service.name", "");
				set.services.add(service);
				for (JsonNode scope : one.path("scopeSpans")) {
					for (JsonNode span : scope.path("spans")) {
						set.spans.put(hex(span.path("spanId").asString("")), describe(service, span));
					}
				}
			}
		}
		return set;
	}

	/** The services that have spans. */
	Set<String> services() {
		return this.services;
	}

	int size() {
		return this.spans.size();
	}

	/** Returns the spans that are here and differ or are absent there. */
	Map<String, String> without(SpanSet other) {
		Map<String, String> rest = new TreeMap<>(this.spans);
		rest.entrySet().removeAll(other.spans.entrySet());
		return rest;
	}

	private static String describe(String service, JsonNode span) {
		return service + ": " + span.path("name").asString("") + " below " + hex(span.path("parentSpanId").asString(""))
				+ ", " + span.path("startTimeUnixNano").asString("") + " to "
				+ span.path("endTimeUnixNano").asString("") + ", " + span.path("events").size() + " events, "
				+ attributes(span);
	}

	private static Map<String, String> attributes(JsonNode owner) {
		Map<String, String> attributes = new TreeMap<>();
		for (JsonNode attribute : owner.path("attributes")) {
			JsonNode value = attribute.path("value");
			attributes.put(attribute.path("key").asString(""),
					value.path("stringValue").asString(value.path("intValue").asString(value.toString())));
		}
		return attributes;
	}

	private static String hex(String id) {
		return (id.isEmpty() || id.length() == HEX_LENGTH) ? id
				: HexFormat.of().formatHex(Base64.getDecoder().decode(id));
	}

}

package dev.oddkit.observability.console.api;

import java.util.List;
import java.util.Map;

/**
 * Writes attribute values in the typed form of OTLP/JSON.
 */
final class OtlpValues {

	private OtlpValues() {
	}

	static List<Object> attributes(Map<?, ?> attributes) {
		return attributes.entrySet()
			.stream()
			.<Object>map((entry) -> Map.of("key", entry.getKey(), "value", value(entry.getValue())))
			.toList();
	}

	static Map<String, Object> value(Object value) {
		if (value instanceof Boolean) {
			return Map.of("boolValue", value);
		}
		if (value instanceof Long) {
			return Map.of("intValue", value.toString());
		}
		if (value instanceof Double) {
			return Map.of("doubleValue", value);
		}
		if (value instanceof List<?> list) {
			return Map.of("arrayValue", Map.of("values", list.stream().map(OtlpValues::value).toList()));
		}
		if (value instanceof Map<?, ?> map) {
			return Map.of("kvlistValue", Map.of("values", attributes(map)));
		}
		return Map.of("stringValue", value.toString());
	}

}

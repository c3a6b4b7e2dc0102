package dev.oddkit.observability.otlp;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns what all signals share into records: values, attributes, identifiers, scopes and
 * resources. Of attributes with the same key the last wins; a value that says nothing
 * becomes an empty string.
 */
final class ValueDecoder {

	private static final int TRACE_ID_BYTES = 16;

	private static final int SPAN_ID_BYTES = 8;

	private final JsonMapper json = JsonMapper.shared();

	Resource resource(io.opentelemetry.proto.resource.v1.Resource resource) {
		return new Resource(attributes(resource.getAttributesList()));
	}

	Scope scope(InstrumentationScope scope) {
		return new Scope(scope.getName(), scope.getVersion());
	}

	Attributes attributes(List<KeyValue> source) {
		if (source.isEmpty()) {
			return Attributes.NONE;
		}
		Map<String, Object> attributes = new LinkedHashMap<>();
		for (KeyValue entry : source) {
			attributes.put(entry.getKey(), value(entry.getValue()));
		}
		return Attributes.copyOf(attributes);
	}

	Object value(AnyValue value) {
		return switch (value.getValueCase()) {
			case STRING_VALUE -> value.getStringValue();
			case BOOL_VALUE -> value.getBoolValue();
			case INT_VALUE -> value.getIntValue();
			case DOUBLE_VALUE -> value.getDoubleValue();
			case BYTES_VALUE -> Base64.getEncoder().encodeToString(value.getBytesValue().toByteArray());
			case ARRAY_VALUE -> list(value.getArrayValue().getValuesList());
			case KVLIST_VALUE -> attributes(value.getKvlistValue().getValuesList());
			default -> "";
		};
	}

	String text(AnyValue value) {
		Object decoded = value(value);
		return (decoded instanceof List || decoded instanceof Map) ? this.json.writeValueAsString(decoded)
				: decoded.toString();
	}

	String traceId(ByteString id) {
		return hex(id, TRACE_ID_BYTES);
	}

	String spanId(ByteString id) {
		return hex(id, SPAN_ID_BYTES);
	}

	private List<Object> list(List<AnyValue> source) {
		List<Object> values = new ArrayList<>(source.size());
		source.forEach((value) -> values.add(value(value)));
		return Collections.unmodifiableList(values);
	}

	private static String hex(ByteString id, int length) {
		if (id.size() != length) {
			return "";
		}
		for (int i = 0; i < length; i++) {
			if (id.byteAt(i) != 0) {
				return HexFormat.of().formatHex(id.toByteArray());
			}
		}
		return "";
	}

}

package dev.oddkit.observability.otlp;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one value of OTLP's JSON: numbers also as strings, enums by number or name,
 * identifiers as hex and other bytes as Base64.
 */
final class JsonScalar {

	private static final Set<String> HEX = Set.of("trace_id", "span_id", "parent_span_id");

	private static final int SHOWN = 40;

	private JsonScalar() {
	}

	static Object read(JsonParser json, FieldDescriptor field) {
		JsonToken token = json.currentToken();
		if (token == null || !token.isScalarValue()) {
			throw new IllegalArgumentException("a single value is expected");
		}
		return switch (field.getJavaType()) {
			case BOOLEAN -> bool(token);
			case STRING -> text(json);
			case BYTE_STRING -> bytes(json, field);
			case ENUM -> constant(json, field);
			case INT -> (int) whole(json, field);
			case LONG -> whole(json, field);
			case DOUBLE -> decimal(json);
			case FLOAT -> (float) decimal(json);
			case MESSAGE -> throw new IllegalArgumentException("an object is expected");
		};
	}

	private static boolean bool(JsonToken token) {
		if (!token.isBoolean()) {
			throw new IllegalArgumentException("true or false is expected");
		}
		return token == JsonToken.VALUE_TRUE;
	}

	private static String text(JsonParser json) {
		if (json.currentToken() != JsonToken.VALUE_STRING) {
			throw new IllegalArgumentException("a string is expected");
		}
		return json.getString();
	}

	private static ByteString bytes(JsonParser json, FieldDescriptor field) {
		String text = text(json);
		boolean hex = HEX.contains(field.getName());
		try {
			return ByteString.copyFrom(hex ? HexFormat.of().parseHex(text) : Base64.getDecoder().decode(text));
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(quoted(text) + " is not " + (hex ? "hexadecimal" : "Base64"));
		}
	}

	private static EnumValueDescriptor constant(JsonParser json, FieldDescriptor field) {
		if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
			return field.getEnumType().findValueByNumberCreatingIfUnknown((int) whole(json, field));
		}
		EnumValueDescriptor value = field.getEnumType().findValueByName(text(json));
		if (value == null) {
			throw new IllegalArgumentException(
					quoted(json.getString()) + " is not a name of " + field.getEnumType().getName());
		}
		return value;
	}

	private static long whole(JsonParser json, FieldDescriptor field) {
		String text = json.getString();
		try {
			return switch (field.getType()) {
				case UINT64, FIXED64 -> Long.parseUnsignedLong(text);
				case UINT32, FIXED32 -> Integer.parseUnsignedInt(text);
				case INT64, SINT64, SFIXED64 -> Long.parseLong(text);
				default -> Integer.parseInt(text);
			};
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException(quoted(text) + " is not a whole number in range");
		}
	}

	private static double decimal(JsonParser json) {
		String text = json.getString();
		try {
			return Double.parseDouble(text);
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException(quoted(text) + " is not a number");
		}
	}

	private static String quoted(String text) {
		return "'" + ((text.length() > SHOWN) ? text.substring(0, SHOWN) + "..." : text) + "'";
	}

}

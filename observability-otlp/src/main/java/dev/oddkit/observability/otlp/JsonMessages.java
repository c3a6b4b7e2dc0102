package dev.oddkit.observability.otlp;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads OTLP's JSON into the same messages as protobuf. It follows OTLP where it differs
 * from protobuf's JSON (identifiers are hex), skips unknown fields and refuses messages
 * of too many parts.
 */
final class JsonMessages {

	private static final int MAX_DEPTH = 200;

	private final JsonFactory factory = JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
		.build();

	private final Map<Descriptor, Map<String, FieldDescriptor>> fields = new ConcurrentHashMap<>();

	Message read(byte[] bytes, Message prototype, Reservation reservation) {
		Message.Builder message = prototype.newBuilderForType();
		try (JsonParser json = this.factory.createParser(ObjectReadContext.empty(), bytes)) {
			if (json.nextToken() != JsonToken.START_OBJECT) {
				throw malformed(json, "the body must be a JSON object");
			}
			object(json, message, reservation);
			if (json.nextToken() != null) {
				throw malformed(json, "there is something after the JSON object");
			}
		}
		catch (JacksonException ex) {
			throw new RejectedRequestException(Rejection.MALFORMED,
					"The body is not JSON: " + ex.getOriginalMessage() + position(ex.getLocation()));
		}
		return message.build();
	}

	private void object(JsonParser json, Message.Builder message, Reservation reservation) {
		Map<String, FieldDescriptor> known = this.fields.computeIfAbsent(message.getDescriptorForType(),
				JsonMessages::byName);
		for (String name = json.nextName(); name != null; name = json.nextName()) {
			FieldDescriptor field = known.get(name);
			JsonToken token = json.nextToken();
			if (field == null) {
				json.skipChildren();
			}
			else if (token == JsonToken.VALUE_NULL) {
				continue;
			}
			else if (field.isRepeated()) {
				array(json, token, message, field, reservation);
			}
			else {
				message.setField(field, value(json, message, field, reservation));
			}
		}
	}

	private void array(JsonParser json, @Nullable JsonToken token, Message.Builder message, FieldDescriptor field,
			Reservation reservation) {
		if (token != JsonToken.START_ARRAY) {
			throw malformed(json, "an array is expected");
		}
		while (json.nextToken() != JsonToken.END_ARRAY) {
			if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
				reservation.elements(1);
			}
			message.addRepeatedField(field, value(json, message, field, reservation));
		}
	}

	private Object value(JsonParser json, Message.Builder message, FieldDescriptor field, Reservation reservation) {
		if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
			try {
				return JsonScalar.read(json, field);
			}
			catch (IllegalArgumentException ex) {
				throw malformed(json, String.valueOf(ex.getMessage()));
			}
		}
		if (json.currentToken() != JsonToken.START_OBJECT) {
			throw malformed(json, "an object is expected");
		}
		reservation.elements(1);
		Message.Builder nested = message.newBuilderForField(field);
		object(json, nested, reservation);
		return nested.build();
	}

	private static Map<String, FieldDescriptor> byName(Descriptor type) {
		Map<String, FieldDescriptor> names = new HashMap<>();
		for (FieldDescriptor field : type.getFields()) {
			names.put(field.getName(), field);
			names.put(field.getJsonName(), field);
		}
		return names;
	}

	private static String position(@Nullable TokenStreamLocation location) {
		return (location != null) ? " at line " + location.getLineNr() + ", column " + location.getColumnNr() : "";
	}

	private static RejectedRequestException malformed(JsonParser json, String problem) {
		String where = json.streamReadContext().pathAsPointer().toString();
		return new RejectedRequestException(Rejection.MALFORMED,
				"The JSON is not OTLP: at " + (where.isEmpty() ? "/" : where) + " " + problem);
	}

}

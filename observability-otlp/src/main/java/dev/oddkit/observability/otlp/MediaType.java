package dev.oddkit.observability.otlp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two encodings of OTLP over HTTP, for requests and answers. It knows no gRPC.
 */
enum MediaType {

	PROTOBUF("application/x-protobuf") {

		@Override
		Message read(byte[] body, Message prototype, Reservation reservation) {
			return ProtobufMessages.read(body, prototype, reservation);
		}

		@Override
		byte[] write(Message message) {
			return message.toByteArray();
		}

		@Override
		byte[] status(int code, String message) {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			CodedOutputStream out = CodedOutputStream.newInstance(bytes);
			try {
				out.writeInt32(1, code);
				out.writeString(2, message);
				out.flush();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			return bytes.toByteArray();
		}

	},

	JSON("application/json") {

		private final JsonMessages messages = new JsonMessages();

		@Override
		Message read(byte[] body, Message prototype, Reservation reservation) {
			return this.messages.read(body, prototype, reservation);
		}

		@Override
		byte[] write(Message message) {
			return JsonMapper.shared().writeValueAsBytes(values(message));
		}

		@Override
		byte[] status(int code, String message) {
			Map<String, Object> status = new LinkedHashMap<>();
			status.put("code", code);
			status.put("message", message);
			return JsonMapper.shared().writeValueAsBytes(status);
		}

		private Map<String, Object> values(Message message) {
			Map<String, Object> values = new LinkedHashMap<>();
			for (Map.Entry<FieldDescriptor, Object> entry : message.getAllFields().entrySet()) {
				Object value = (entry.getValue() instanceof Message nested) ? values(nested)
						: entry.getValue().toString();
				values.put(entry.getKey().getJsonName(), value);
			}
			return values;
		}

	};

	private final String value;

	MediaType(String value) {
		this.value = value;
	}

	String value() {
		return this.value;
	}

	abstract Message read(byte[] body, Message prototype, Reservation reservation);

	abstract byte[] write(Message message);

	/**
	 * Writes a {@code google.rpc.Status}.
	 * @param code the gRPC code
	 * @param message the sentence
	 * @return the bytes
	 */
	abstract byte[] status(int code, String message);

	static @Nullable MediaType of(@Nullable String contentType) {
		if (contentType == null) {
			return null;
		}
		String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
		for (MediaType candidate : values()) {
			if (candidate.value.equals(type)) {
				return candidate;
			}
		}
		return null;
	}

}

package dev.oddkit.observability.otlp;

import java.io.IOException;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DiscardUnknownFieldsParser;
import com.google.protobuf.Message;
import com.google.protobuf.WireFormat;

/**
 * Reads protobuf messages. It drops unknown fields and refuses messages of too many parts
 * before it makes objects of them.
 */
final class ProtobufMessages {

	private static final int MAX_DEPTH = 100;

	private ProtobufMessages() {
	}

	static Message read(byte[] bytes, Message prototype, Reservation reservation) {
		try {
			count(CodedInputStream.newInstance(bytes), prototype.getDescriptorForType(), reservation, 0);
			return DiscardUnknownFieldsParser.wrap(prototype.getParserForType()).parseFrom(bytes);
		}
		catch (IOException ex) {
			throw new RejectedRequestException(Rejection.MALFORMED, "The body is not a protobuf "
					+ prototype.getDescriptorForType().getName() + ": " + ex.getMessage());
		}
	}

	private static void count(CodedInputStream in, Descriptor type, Reservation reservation, int depth)
			throws IOException {
		if (depth > MAX_DEPTH) {
			throw new IOException("it is nested more than " + MAX_DEPTH + " levels deep");
		}
		for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
			FieldDescriptor field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
			if (field == null || WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
				reservation.elements((field != null && field.isRepeated()) ? 1 : 0);
				in.skipField(tag);
				continue;
			}
			int length = in.readRawVarint32();
			if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
				reservation.elements(1);
				int outer = in.pushLimit(length);
				count(in, field.getMessageType(), reservation, depth + 1);
				in.popLimit(outer);
				continue;
			}
			if (field.isRepeated()) {
				reservation.elements(field.isPackable() ? packed(field, length) : 1);
			}
			in.skipRawBytes(length);
		}
	}

	private static int packed(FieldDescriptor field, int length) {
		return switch (field.getType()) {
			case DOUBLE, FIXED64, SFIXED64 -> length / Long.BYTES;
			case FLOAT, FIXED32, SFIXED32 -> length / Integer.BYTES;
			default -> length;
		};
	}

}

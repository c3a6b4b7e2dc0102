package dev.oddkit.observability.exporter;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A protobuf message of numbers, texts and nested messages: that is all of which the
 * answer to an export consists.
 *
 * @param fields its fields
 */
record ProtobufMessage(List<Field> fields) {

	private static final int MAX_TEXT = 300;

	private static final ProtobufMessage EMPTY = new ProtobufMessage(List.of());

	/**
	 * Read a message.
	 * @param message the bytes
	 * @return what could be read; empty if it is no such message
	 */
	static ProtobufMessage of(byte[] message) {
		try {
			return read(ByteBuffer.wrap(message));
		}
		catch (BufferUnderflowException | IllegalArgumentException ex) {
			return EMPTY;
		}
	}

	private static ProtobufMessage read(ByteBuffer in) {
		List<Field> fields = new ArrayList<>();
		while (in.hasRemaining()) {
			long tag = varint(in);
			long number = 0;
			byte[] bytes = new byte[0];
			switch ((int) tag & 7) {
				case 0 -> number = varint(in);
				case 2 -> {
					bytes = new byte[length(in)];
					in.get(bytes);
				}
				default -> throw new IllegalArgumentException("No message of OTLP");
			}
			fields.add(new Field(tag >> 3, number, bytes));
		}
		return new ProtobufMessage(fields);
	}

	/**
	 * Return the number in a field.
	 * @param tag the number of the field
	 * @return its value, or 0
	 */
	long number(int tag) {
		return all(tag).mapToLong(Field::number).reduce(0, (first, last) -> last);
	}

	/**
	 * Return the text in a field as one short line.
	 * @param tag the number of the field
	 * @return the text, or {@code null} if there is none
	 */
	@Nullable String text(int tag) {
		return all(tag).map((field) -> line(field.bytes())).reduce(null, (first, last) -> last);
	}

	/**
	 * Return the message in a field.
	 * @param tag the number of the field
	 * @return the message, or an empty one
	 */
	ProtobufMessage message(int tag) {
		return messages(tag).reduce(EMPTY, (first, last) -> last);
	}

	Stream<ProtobufMessage> messages(int tag) {
		return all(tag).map((field) -> of(field.bytes()));
	}

	private Stream<Field> all(int tag) {
		return this.fields.stream().filter((field) -> field.tag() == tag);
	}

	/**
	 * Make one short line of what a backend said.
	 * @param value the text in UTF-8
	 * @return the line, or {@code null} if it is blank
	 */
	static @Nullable String line(byte[] value) {
		String text = new String(value, 0, Math.min(value.length, MAX_TEXT), StandardCharsets.UTF_8)
			.replaceAll("\\p{Cntrl}+", " ")
			.trim();
		return text.isEmpty() ? null : text;
	}

	private static int length(ByteBuffer in) {
		long length = varint(in);
		if (length < 0 || length > in.remaining()) {
			throw new BufferUnderflowException();
		}
		return (int) length;
	}

	private static long varint(ByteBuffer in) {
		long value = 0;
		for (int shift = 0; shift < 64; shift += 7) {
			byte next = in.get();
			value |= (long) (next & 0x7f) << shift;
			if (next >= 0) {
				return value;
			}
		}
		throw new IllegalArgumentException("No varint");
	}

	/**
	 * A field: a number or bytes.
	 *
	 * @param tag the number of the field
	 * @param number its value if it is a number
	 * @param bytes its value if it is a text or message
	 */
	record Field(long tag, long number, byte[] bytes) {

	}

}

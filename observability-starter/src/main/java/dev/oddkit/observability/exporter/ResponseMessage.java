package dev.oddkit.observability.exporter;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Reads the protobuf messages of which an OTLP response consists. They all have the same
 * shape: field 1 is a number or a nested message, field 2 a text. {@code Status} tells
 * its code and message so, {@code PartialSuccess} the rejected items and the reason, and
 * the response to an export nests a {@code PartialSuccess}.
 *
 * @param number the number in field 1, or 0
 * @param bytes the nested message in field 1, or empty
 * @param text the text in field 2, or {@code null}
 */
record ResponseMessage(long number, byte[] bytes, @Nullable String text) {

	private static final int MAX_TEXT = 300;

	private static final ResponseMessage EMPTY = new ResponseMessage(0, new byte[0], null);

	/**
	 * Read a message.
	 * @param message the bytes
	 * @return what could be read; empty if it is no such message
	 */
	static ResponseMessage of(byte[] message) {
		try {
			return read(ByteBuffer.wrap(message));
		}
		catch (BufferUnderflowException | IllegalArgumentException ex) {
			return EMPTY;
		}
	}

	private static ResponseMessage read(ByteBuffer in) {
		long number = 0;
		byte[] bytes = EMPTY.bytes;
		String text = null;
		while (in.hasRemaining()) {
			long tag = varint(in);
			switch ((int) tag & 7) {
				case 0 -> {
					long value = varint(in);
					number = (tag >> 3 == 1) ? value : number;
				}
				case 2 -> {
					byte[] value = new byte[length(in)];
					in.get(value);
					bytes = (tag >> 3 == 1) ? value : bytes;
					text = (tag >> 3 == 2) ? text(value) : text;
				}
				default -> throw new IllegalArgumentException("No message of OTLP");
			}
		}
		return new ResponseMessage(number, bytes, text);
	}

	ResponseMessage nested() {
		return of(this.bytes);
	}

	/**
	 * Make one short line of what a backend said.
	 * @param value the text in UTF-8
	 * @return the line, or {@code null} if it is blank
	 */
	static @Nullable String text(byte[] value) {
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

}

package dev.oddkit.observability.otlp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/**
 * Counts the bytes that are read, and reports each step so that the reader can stop
 * before it holds too many. It cannot go back, and it leaves the stream open.
 */
final class CountingStream extends FilterInputStream {

	private final LongConsumer listener;

	private long count;

	CountingStream(InputStream in, LongConsumer listener) {
		super(in);
		this.listener = listener;
	}

	long count() {
		return this.count;
	}

	@Override
	public int read() throws IOException {
		int value = super.read();
		if (value >= 0) {
			counted(1);
		}
		return value;
	}

	@Override
	public int read(byte[] buffer, int offset, int length) throws IOException {
		int read = super.read(buffer, offset, length);
		if (read > 0) {
			counted(read);
		}
		return read;
	}

	@Override
	public long skip(long bytes) throws IOException {
		return readNBytes((int) Math.min(bytes, 1024)).length;
	}

	@Override
	public boolean markSupported() {
		return false;
	}

	@Override
	public void close() {
		// the rest of the body is read after a refusal
	}

	private void counted(int bytes) {
		this.count += bytes;
		this.listener.accept(bytes);
	}

}

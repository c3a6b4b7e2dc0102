package dev.oddkit.observability.otlp;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads the body of one request within the limits. What it holds is taken from the common
 * budget until it is closed.
 */
final class Body implements AutoCloseable {

	private static final int BUFFER = 8 * 1024;

	private final BodyLimits limits;

	private final ByteBudget budget;

	private final CountingStream sent;

	private long held;

	Body(InputStream in, BodyLimits limits, ByteBudget budget) {
		this.limits = limits;
		this.budget = budget;
		this.sent = new CountingStream(in, (bytes) -> checkSent());
	}

	byte[] read(RequestHead head) throws IOException {
		byte[] bytes = head.gzip() ? unzip(head) : new CountingStream(this.sent, this::hold).readAllBytes();
		requireComplete(head);
		return bytes;
	}

	private byte[] unzip(RequestHead head) throws IOException {
		try (GZIPInputStream unzipped = new GZIPInputStream(this.sent, BUFFER)) {
			byte[] bytes = new CountingStream(unzipped, this::hold).readAllBytes();
			this.sent.transferTo(OutputStream.nullOutputStream());
			return bytes;
		}
		catch (ZipException | EOFException ex) {
			requireComplete(head);
			throw new RejectedRequestException(Rejection.MALFORMED,
					"The body is not gzip, though the Content-Encoding says so: "
							+ Objects.requireNonNullElse(ex.getMessage(), "it ends too early"));
		}
	}

	private void requireComplete(RequestHead head) throws IOException {
		if (this.sent.count() < head.length() && this.sent.read() < 0) {
			throw new IOException("The client closed the connection before the end of the body");
		}
	}

	long bytesSent() {
		return this.sent.count();
	}

	@Override
	public void close() {
		this.budget.give(this.held);
	}

	private void checkSent() {
		if (this.sent.count() > this.limits.sent()) {
			throw this.limits.tooLarge();
		}
	}

	private void hold(long bytes) {
		if (!this.budget.take(bytes)) {
			throw new RejectedRequestException(Rejection.BUSY,
					"The receiver is busy with other requests; send this one again in a second");
		}
		this.held += bytes;
		if (this.held > this.limits.decoded()) {
			throw this.limits.tooLargeOnceDecoded();
		}
	}

}

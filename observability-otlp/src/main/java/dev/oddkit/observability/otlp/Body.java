package dev.oddkit.observability.otlp;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads the body of one request within the limits. It holds no more than its reservation
 * gets.
 */
final class Body {

	private static final int BUFFER = 8 * 1024;

	private final BodyLimits limits;

	private final Reservation reservation;

	private final CountingStream sent;

	private long decoded;

	Body(InputStream in, BodyLimits limits, Reservation reservation) {
		this.limits = limits;
		this.reservation = reservation;
		this.sent = new CountingStream(in, (bytes) -> checkSent());
	}

	byte[] read(RequestHead head) throws IOException {
		byte[] bytes = head.gzip() ? unzip(head) : new CountingStream(this.sent, this::hold).readAllBytes();
		requireComplete(head);
		return bytes;
	}

	private byte[] unzip(RequestHead head) throws IOException {
		try (GZIPInputStream unzipped = new GZIPInputStream(this.sent, BUFFER)) {
			return new CountingStream(unzipped, this::hold).readAllBytes();
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

	private void checkSent() {
		if (this.sent.count() > this.limits.sent()) {
			throw this.limits.tooLarge();
		}
	}

	private void hold(long bytes) {
		this.reservation.bytes(bytes);
		this.decoded += bytes;
		if (this.decoded > this.limits.decoded()) {
			throw this.limits.tooLargeOnceDecoded();
		}
	}

}

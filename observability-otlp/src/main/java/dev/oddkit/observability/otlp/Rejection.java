package dev.oddkit.observability.otlp;

/**
 * Why a request got no success.
 */
public enum Rejection {

	/**
	 * 404: not one of the three paths.
	 */
	UNKNOWN_PATH(404, 12),

	/**
	 * 405: not a POST.
	 */
	METHOD(405, 12),

	/**
	 * 403: the Host header names another machine.
	 */
	HOST(403, 7),

	/**
	 * 415: neither protobuf nor JSON.
	 */
	MEDIA_TYPE(415, 3),

	/**
	 * 415: neither gzip nor uncompressed.
	 */
	CONTENT_ENCODING(415, 3),

	/**
	 * 411: neither a length nor chunked.
	 */
	LENGTH_MISSING(411, 3),

	/**
	 * 413: the body as sent is too large.
	 */
	BODY_TOO_LARGE(413, 8),

	/**
	 * 413: the body is too large once decompressed, or has too many parts.
	 */
	DECODED_TOO_LARGE(413, 8),

	/**
	 * 400: the body is not what its headers say.
	 */
	MALFORMED(400, 3),

	/**
	 * 503: too many bytes are being received at once, or the receiver is closing.
	 */
	BUSY(503, 14),

	/**
	 * 500: the consumer failed.
	 */
	CONSUMER_FAILED(500, 13),

	/**
	 * No answer: the client was too slow, its connection was closed.
	 */
	TIMED_OUT(408, 4),

	/**
	 * No answer: the client closed the connection.
	 */
	DISCONNECTED(400, 1);

	private final int httpStatus;

	private final int grpcCode;

	Rejection(int httpStatus, int grpcCode) {
		this.httpStatus = httpStatus;
		this.grpcCode = grpcCode;
	}

	int httpStatus() {
		return this.httpStatus;
	}

	int grpcCode() {
		return this.grpcCode;
	}

}

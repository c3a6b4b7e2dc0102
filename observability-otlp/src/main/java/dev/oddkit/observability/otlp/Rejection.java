package dev.oddkit.observability.otlp;

/**
 * Why a request got no success.
 */
public enum Rejection {

	/**
	 * 404: not one of the three paths.
	 */
	UNKNOWN_PATH,

	/**
	 * 405: not a POST.
	 */
	METHOD,

	/**
	 * 403: the Host header names another machine.
	 */
	HOST,

	/**
	 * 415: neither protobuf nor JSON.
	 */
	MEDIA_TYPE,

	/**
	 * 415: neither gzip nor uncompressed.
	 */
	CONTENT_ENCODING,

	/**
	 * 411: neither a length nor chunked.
	 */
	LENGTH_MISSING,

	/**
	 * 413: the body as sent is too large.
	 */
	BODY_TOO_LARGE,

	/**
	 * 413: the body is too large once decompressed, or has too many parts.
	 */
	DECODED_TOO_LARGE,

	/**
	 * 400: the body is not what its headers say.
	 */
	MALFORMED,

	/**
	 * 503: too many bytes are being received at once, or the receiver is closing.
	 */
	BUSY,

	/**
	 * 500: the consumer failed.
	 */
	CONSUMER_FAILED,

	/**
	 * No answer: the client was too slow, its connection was closed.
	 */
	TIMED_OUT,

	/**
	 * No answer: the client closed the connection.
	 */
	DISCONNECTED

}

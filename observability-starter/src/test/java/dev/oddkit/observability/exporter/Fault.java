package dev.oddkit.observability.exporter;

/**
 * What may be wrong with a backend.
 */
enum Fault {

	NONE(200),

	/**
	 * Nobody listens on the port.
	 */
	REFUSED(0),

	/**
	 * The request is taken and never answered.
	 */
	HANGING(0),

	/**
	 * The answer takes two seconds.
	 */
	SLOW(200),

	/**
	 * The connection is closed without an answer.
	 */
	RESET(0),

	BAD_REQUEST(400), UNAUTHORIZED(401), NOT_FOUND(404), TOO_LARGE(413),

	/**
	 * The backend asks to wait for a second, always.
	 */
	THROTTLED(429),

	UNAVAILABLE(503),

	/**
	 * The answer is a success, but each request's first item is rejected.
	 */
	PARTIAL(200);

	private final int status;

	Fault(int status) {
		this.status = status;
	}

	boolean isHarmless() {
		return this == NONE || this == SLOW;
	}

	int status() {
		return this.status;
	}

}

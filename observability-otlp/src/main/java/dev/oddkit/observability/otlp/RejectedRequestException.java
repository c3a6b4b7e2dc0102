package dev.oddkit.observability.otlp;

/**
 * Ends the handling of a request that gets no success. The message is a sentence for the
 * sender.
 */
final class RejectedRequestException extends RuntimeException {

	private final Rejection reason;

	RejectedRequestException(Rejection reason, String message) {
		super(message, null, false, false);
		this.reason = reason;
	}

	Rejection reason() {
		return this.reason;
	}

}

package dev.oddkit.observability.console.web;

/**
 * A request that is answered with an error; the message is the sentence the client reads.
 */
public final class Refusal extends RuntimeException {

	private final int status;

	public Refusal(int status, String message) {
		super(message, null, false, false);
		this.status = status;
	}

	int status() {
		return this.status;
	}

}

package dev.oddkit.demo.launcher;

/**
 * Says in plain sentences why the demo cannot go on; the message is meant for a person
 * and names the remedy.
 */
public final class DemoFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	DemoFailure(String message) {
		super(message);
	}

	DemoFailure(String message, Throwable cause) {
		super(message, cause);
	}

}

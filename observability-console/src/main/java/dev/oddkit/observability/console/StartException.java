package dev.oddkit.observability.console;

/**
 * The console cannot start; the message says why and names the option that helps.
 */
final class StartException extends Exception {

	StartException(String message) {
		super(message);
	}

}

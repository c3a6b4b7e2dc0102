package dev.oddkit.observability.console;

/**
 * The command line or the environment asks for something the console refuses; the message
 * names the option and the remedy.
 */
final class UsageException extends Exception {

	UsageException(String message) {
		super(message);
	}

}

package dev.oddkit.observability.console;

/**
 * Starts the console.
 */
final class ConsoleMain {

	private ConsoleMain() {
	}

	public static void main(String[] args) {
	}

}

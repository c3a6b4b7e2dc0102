package dev.oddkit.observability.console;

import java.util.Map;

/**
 * Starts the console from the command line. Prints two lines once it is ready, one
 * sentence when it cannot start, and stops within a moment when asked to.
 */
public final class ConsoleMain {

	private static final int FAILED = 1;

	private static final int USAGE = 2;

	private ConsoleMain() {
	}

	/**
	 * Runs the console until the process is asked to end.
	 * @param args see <code>--help</code>
	 */
	public static void main(String[] args) {
		int status = run(args, System.getenv());
		if (status != 0) {
			System.exit(status);
		}
	}

	private static int run(String[] args, Map<String, String> environment) {
		try {
			ConsoleOptions options = ConsoleOptions.parse(args, environment);
			switch (options.action()) {
				case HELP -> System.out.print(ConsoleOptions.HELP);
				case VERSION -> System.out.println(Console.version());
				case RUN -> serve(options);
			}
			return 0;
		}
		catch (UsageException ex) {
			System.err.println(ex.getMessage());
			return USAGE;
		}
		catch (StartException ex) {
			System.err.println(ex.getMessage());
			return FAILED;
		}
	}

	private static void serve(ConsoleOptions options) throws StartException {
		if (System.getProperty("sun.net.httpserver.nodelay") == null) {
			// without it every answer in two packets waits 40 ms for the client
			System.setProperty("sun.net.httpserver.nodelay", "true");
		}
		Console console = Console.start(options);
		Runtime.getRuntime().addShutdownHook(new Thread(console::close, "console-stop"));
		System.out.println("Console ready at " + console.url());
		System.out.println("OTLP/HTTP at " + console.otlpEndpoint());
		if (options.open()) {
			Browser.open(console.url());
		}
	}

}

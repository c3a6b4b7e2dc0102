package dev.oddkit.observability.console;

import java.util.Map;

/**
 * What the command line and the environment ask for. Refuses unknown options, ports out
 * of range and every host that is not loopback; the command line wins over the
 * environment.
 *
 * @param host a loopback address literal
 * @param port port of the page, 0 for any free one
 * @param otlpPort port of the OTLP receiver, 0 for any free one
 * @param open whether to open the page in a browser
 * @param action what to do
 */
record ConsoleOptions(String host, int port, int otlpPort, boolean open, Action action) {

	static final String HELP = """
			Usage: java -jar observability-console-VERSION-exec.jar [options]

			Receives OTLP over HTTP (traces, logs, metrics), keeps the newest in memory
			and shows them on a web page. Listens on loopback only, writes nothing to disk.

			  --port=NUMBER       port of the page (default 8888, or CONSOLE_PORT); 0 = any free port
			  --otlp-port=NUMBER  port of the OTLP receiver (default 4318, or OTLP_PORT); 0 = any free port
			  --host=ADDRESS      127.0.0.1 (default), localhost or ::1; nothing else is accepted
			  --open              open the page in a browser
			  --help              print this text
			  --version           print the version
			""";

	static ConsoleOptions parse(String[] args, Map<String, String> environment) throws UsageException {
		String host = "127.0.0.1";
		int port = fromEnvironment(environment, "CONSOLE_PORT", 8888);
		int otlpPort = fromEnvironment(environment, "OTLP_PORT", 4318);
		boolean open = false;
		Action action = Action.RUN;
		for (String arg : args) {
			String value = arg.substring(arg.indexOf('=') + 1);
			if (arg.startsWith("--port=")) {
				port = port("--port", value);
			}
			else if (arg.startsWith("--otlp-port=")) {
				otlpPort = port("--otlp-port", value);
			}
			else if (arg.startsWith("--host=")) {
				host = loopback(value);
			}
			else if (arg.equals("--open")) {
				open = true;
			}
			else if (arg.equals("--help") || arg.equals("--version")) {
				action = arg.equals("--help") ? Action.HELP : Action.VERSION;
			}
			else {
				throw new UsageException(
						"Unknown option \"%s\". Options are written --port=8888; --help lists them.".formatted(arg));
			}
		}
		if (port == otlpPort && port != 0) {
			throw new UsageException(
					"The page and the OTLP receiver cannot share port %d. Change --port or --otlp-port."
						.formatted(port));
		}
		return new ConsoleOptions(host, port, otlpPort, open, action);
	}

	private static int fromEnvironment(Map<String, String> environment, String name, int fallback)
			throws UsageException {
		String value = environment.get(name);
		return (value == null || value.isBlank()) ? fallback : port(name, value.strip());
	}

	private static int port(String name, String value) throws UsageException {
		if (value.matches("\\d{1,5}") && Integer.parseInt(value) <= 65535) {
			return Integer.parseInt(value);
		}
		throw new UsageException(
				"%s must be a number from 0 to 65535 (0 = any free port); was \"%s\".".formatted(name, value));
	}

	private static String loopback(String value) throws UsageException {
		return switch (value) {
			case "localhost", "127.0.0.1" -> "127.0.0.1";
			case "::1", "[::1]" -> "::1";
			default ->
				throw new UsageException(("--host must be 127.0.0.1, localhost or ::1; was \"%s\". The console has "
						+ "no login, so it listens on loopback only; reach it from elsewhere through an SSH tunnel.")
					.formatted(value));
		};
	}

	/**
	 * What the process is asked to do.
	 */
	enum Action {

		RUN, HELP, VERSION

	}

}

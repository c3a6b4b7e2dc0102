package dev.oddkit.observability.console;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Opens a page in the user's browser, and says so on standard error when it cannot.
 */
final class Browser {

	private Browser() {
	}

	static void open(String url) {
		try {
			new ProcessBuilder(command(System.getProperty("os.name", ""), url)).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
		}
		catch (IOException ex) {
			System.err.println("No browser could be opened (--open); please open " + url + " yourself.");
		}
	}

	static List<String> command(String operatingSystem, String url) {
		String name = operatingSystem.toLowerCase(Locale.ROOT);
		if (name.startsWith("windows")) {
			return List.of("rundll32", "url.dll,FileProtocolHandler", url);
		}
		return List.of(name.contains("mac") ? "open" : "xdg-open", url);
	}

}

package dev.oddkit.demo.launcher;

import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Opens a page in the browser of the person at this machine, where there is one.
 */
final class Browser {

	private Browser() {
	}

	/**
	 * Opens a page.
	 * @param page its address
	 * @return whether a browser was asked
	 */
	static boolean open(URI page) {
		return command(page) || desktop(page);
	}

	private static boolean command(URI page) {
		String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		if (system.startsWith("windows")) {
			return false;
		}
		try {
			new ProcessBuilder(List.of(system.startsWith("mac") ? "open" : "xdg-open", page.toString()))
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static boolean desktop(URI page) {
		try {
			if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
				return false;
			}
			Desktop.getDesktop().browse(page);
			return true;
		}
		catch (IOException | UnsupportedOperationException | LinkageError ex) {
			return false;
		}
	}

}

package dev.oddkit.demo.launcher;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Prints what happens, each line with the seconds since the start.
 */
final class Progress {

	private final PrintStream out;

	private final long start = System.nanoTime();

	Progress(PrintStream out) {
		this.out = out;
	}

	void step(String sentence) {
		double seconds = (System.nanoTime() - this.start) / 1e9;
		this.out.println(String.format(Locale.ROOT, "%6.1f s  %s", seconds, sentence));
	}

	void line(String label, Object text) {
		this.out.println(String.format(Locale.ROOT, "  %-9s %s", label, text));
	}

	void print(String text) {
		this.out.println(text);
	}

}

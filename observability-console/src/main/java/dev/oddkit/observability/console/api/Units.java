package dev.oddkit.observability.console.api;

/**
 * Writes times the way the page reads them: moments as decimal strings of nanoseconds,
 * which a JavaScript number cannot hold, durations as milliseconds.
 */
final class Units {

	private Units() {
	}

	static String nanos(long epochNanos) {
		return Long.toString(epochNanos);
	}

	static double millis(long nanos) {
		return nanos / 1_000_000.0;
	}

}

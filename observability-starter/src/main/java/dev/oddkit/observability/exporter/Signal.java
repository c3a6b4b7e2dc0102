package dev.oddkit.observability.exporter;

import java.util.Locale;

/**
 * The three signals, with the words that people use for their items.
 */
enum Signal {

	TRACES("span"), METRICS("metric point"), LOGS("log record");

	private final String item;

	Signal(String item) {
		this.item = item;
	}

	String items(long count) {
		return count + " " + this.item + ((count != 1) ? "s" : "");
	}

	/**
	 * Return the signal's part of a property name.
	 * @return the name in lower case
	 */
	String key() {
		return name().toLowerCase(Locale.ROOT);
	}

}

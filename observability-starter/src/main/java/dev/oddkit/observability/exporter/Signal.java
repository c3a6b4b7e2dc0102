package dev.oddkit.observability.exporter;

import java.util.Locale;

/**
 * The three signals, with the words that people use for their items.
 */
enum Signal {

	TRACES("spans"), METRICS("metric points"), LOGS("log records");

	private final String items;

	Signal(String items) {
		this.items = items;
	}

	String items() {
		return this.items;
	}

	/**
	 * Return the signal's part of a property name.
	 * @return the name in lower case
	 */
	String key() {
		return name().toLowerCase(Locale.ROOT);
	}

}

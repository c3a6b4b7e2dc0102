package dev.oddkit.observability.cardinality.core;

/**
 * Hears of the first time that something reaches its limit. Called by the thread that
 * measures: it must be quick and must not throw.
 */
public interface GuardListener {

	/**
	 * Does nothing.
	 */
	GuardListener SILENT = new GuardListener() {

	};

	/**
	 * The first value of a key became {@code other}.
	 * @param key what is known of the key
	 * @param value the value that was turned away
	 */
	default void folds(KeyReport key, String value) {
	}

	/**
	 * A limit was reached for the first time, by a meter or by the application.
	 * @param limit the limit
	 * @param allowed how many there may be
	 * @param meter the meter that reached it
	 */
	default void reaches(Limit limit, int allowed, String meter) {
	}

}

package dev.oddkit.observability.cardinality.core;

/**
 * What the user wants for meters and keys. Asked once for each of them, never for a
 * measurement.
 */
public interface Rules {

	/**
	 * Return the limits that are not those of one meter or key.
	 * @return the limits
	 */
	Limits limits();

	/**
	 * Return the rule of a key.
	 * @param meter the name of the meter
	 * @param key the key
	 * @return its rule
	 */
	default KeyRule key(String meter, String key) {
		return KeyRule.limited(limits());
	}

	/**
	 * Return the limit of a meter's series.
	 * @param meter the name of the meter
	 * @return the series that it may have
	 */
	default int series(String meter) {
		return limits().seriesPerMeter();
	}

}

package dev.oddkit.observability.cardinality.core;

/**
 * The labels of a measurement, sorted by key, each key once.
 */
public interface Labels {

	/**
	 * Return the number of labels.
	 * @return the number
	 */
	int size();

	/**
	 * Return a key.
	 * @param index the position of the label
	 * @return its key
	 */
	String key(int index);

	/**
	 * Return a value.
	 * @param index the position of the label
	 * @return its value
	 */
	String value(int index);

}

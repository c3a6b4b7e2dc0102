package dev.oddkit.observability.cardinality.core;

/**
 * The limits that are not those of a key's values; each has a counter.
 */
public enum Limit {

	/**
	 * A value was too long.
	 */
	VALUE_LENGTH,

	/**
	 * A meter has too many keys; the further ones are left out.
	 */
	KEYS_PER_METER,

	/**
	 * The combinations of a meter's values are too many.
	 */
	SERIES_PER_METER,

	/**
	 * The series of all meters are too many.
	 */
	SERIES,

	/**
	 * The names of meters are too many.
	 */
	METERS

}

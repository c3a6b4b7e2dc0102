package dev.oddkit.observability.cardinality.core;

/**
 * A label value that has a place. Its token is random: the sum of the tokens of a label
 * set identifies a time series, and nobody outside can make two sums meet.
 */
final class Value {

	final String text;

	final int hash;

	final long token;

	/**
	 * The epoch in which a series of this value last moved.
	 */
	volatile int moved;

	Value(String text, long token, int epoch) {
		this.text = text;
		this.hash = Hashing.mix(text.hashCode());
		this.token = token;
		this.moved = epoch;
	}

}

package dev.oddkit.observability.cardinality.core;

import java.util.List;

/**
 * What a key needs once more values want a place than there are: an estimate of how many
 * there are, and who among them is heavy. No value that was turned away is kept.
 */
final class Contest {

	private final DistinctEstimate distinct = new DistinctEstimate();

	private final HeavyValues heavy = new HeavyValues();

	Contest(List<Value> admitted) {
		admitted.forEach((value) -> this.distinct.add(hash(value.text)));
	}

	/**
	 * Let a value that has no place try for one.
	 * @param value the value
	 * @return whether it has proved heavy
	 */
	boolean isHeavy(String value) {
		long hash = hash(value);
		this.distinct.add(hash);
		return this.heavy.touch(hash);
	}

	void count(String value) {
		this.distinct.add(hash(value));
	}

	long estimate() {
		return this.distinct.estimate();
	}

	private static long hash(String value) {
		return Hashing.mix(value.hashCode() * 0x9E3779B97F4A7C15L + value.length());
	}

}

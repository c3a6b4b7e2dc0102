package dev.oddkit.observability.console.metrics;

/**
 * What a counter gained between two moments.
 *
 * @param fromNanos the earlier moment
 * @param toNanos the later moment
 * @param amount the gain
 */
record Increase(long fromNanos, long toNanos, Amount amount) {

	/**
	 * The part of the gain that falls into a time, as if it had come evenly.
	 */
	Amount within(long start, long end) {
		return this.amount.times((double) overlap(start, end) / (this.toNanos - this.fromNanos));
	}

	long overlap(long start, long end) {
		return Math.max(0, Math.min(end, this.toNanos) - Math.max(start, this.fromNanos));
	}

}

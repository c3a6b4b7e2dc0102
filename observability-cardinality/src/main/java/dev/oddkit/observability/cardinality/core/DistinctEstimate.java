package dev.oddkit.observability.cardinality.core;

/**
 * Estimates how many distinct values a key was given, without keeping any: a HyperLogLog
 * of one kilobyte, standard error 3 percent. Threads may overwrite each other's register;
 * that costs accuracy too small to see, a lock would cost more.
 */
final class DistinctEstimate {

	private static final int BITS = 10;

	private static final int REGISTERS = 1 << BITS;

	private final byte[] registers = new byte[REGISTERS];

	void add(long hash) {
		int register = (int) (hash >>> (Long.SIZE - BITS));
		byte rank = (byte) (Long.numberOfLeadingZeros((hash << BITS) | (1L << (BITS - 1))) + 1);
		if (this.registers[register] < rank) {
			this.registers[register] = rank;
		}
	}

	/**
	 * Return how many values there were, by the estimator of Ertl (2017, "New cardinality
	 * estimation algorithms for HyperLogLog sketches"), which is unbiased for few values
	 * as for many.
	 * @return the number
	 */
	long estimate() {
		int[] counts = new int[Long.SIZE];
		for (byte rank : this.registers) {
			counts[rank]++;
		}
		double sum = 0;
		for (int rank = Long.SIZE - 1; rank > 0; rank--) {
			sum = (sum + counts[rank]) / 2;
		}
		sum += REGISTERS * empty((double) counts[0] / REGISTERS);
		return Math.round(REGISTERS * (double) REGISTERS / (2 * Math.log(2) * sum));
	}

	private static double empty(double share) {
		double power = share;
		double weight = 1;
		double before = -1;
		double sum = share;
		while (sum != before && share < 1) {
			before = sum;
			power *= power;
			sum += power * weight;
			weight += weight;
		}
		return (share < 1) ? sum : Double.POSITIVE_INFINITY;
	}

}

package dev.oddkit.observability.cardinality.core;

/**
 * Estimates how many distinct values a key was given, without keeping any: a HyperLogLog
 * of 512 bytes, standard error 5 percent. Threads may overwrite each other's register;
 * that costs accuracy too small to see, a lock would cost more.
 */
final class DistinctEstimate {

	private static final int BITS = 9;

	private static final int REGISTERS = 1 << BITS;

	private static final double ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

	private final byte[] registers = new byte[REGISTERS];

	void add(long hash) {
		int register = (int) (hash >>> (Long.SIZE - BITS));
		byte rank = (byte) (Long.numberOfLeadingZeros((hash << BITS) | (1L << (BITS - 1))) + 1);
		if (this.registers[register] < rank) {
			this.registers[register] = rank;
		}
	}

	long estimate() {
		double sum = 0;
		int empty = 0;
		for (byte rank : this.registers) {
			sum += 1.0 / (1L << rank);
			empty += (rank == 0) ? 1 : 0;
		}
		double raw = ALPHA * REGISTERS * REGISTERS / sum;
		boolean few = raw <= 2.5 * REGISTERS && empty > 0;
		return Math.round(few ? REGISTERS * Math.log((double) REGISTERS / empty) : raw);
	}

}

package dev.oddkit.observability.cardinality;

/**
 * How often somebody may look at the stack: a few times for each thread, name and epoch,
 * since functions are seldom registered by the thread that floods counters of their name.
 * Threads and names that fall together share their looks, so that they are bounded
 * whatever comes; a race between them is harmless.
 */
final class Looks {

	private static final int EACH = 16;

	private static final int SHARES = 1_024;

	private static final int EPOCH = 5;

	/**
	 * The epoch, and how many looks were taken in it.
	 */
	private final int[] taken = new int[SHARES];

	boolean take(String name, int epoch) {
		int share = (name.hashCode() * 31 + (int) Thread.currentThread().getId()) & (SHARES - 1);
		int before = this.taken[share];
		if (before >> EPOCH != epoch) {
			before = epoch << EPOCH;
		}
		else if (before - (epoch << EPOCH) >= EACH) {
			return false;
		}
		this.taken[share] = before + 1;
		return true;
	}

}

package dev.oddkit.observability.cardinality;

/**
 * How often somebody may look at the stack. Each thread may a few times for each name and
 * epoch, and whoever floods counters of a name may as long as something is left for all:
 * functions are seldom registered by the thread that does. Threads and names that fall
 * together share their looks, so that they are bounded whatever comes; a race between
 * them is harmless.
 */
final class Looks {

	/**
	 * How many there are for all in one epoch; some twenty milliseconds of half a minute.
	 */
	static final int ALL = 4_096;

	private static final int EACH = 16;

	private static final int SHARES = 1_024;

	private static final int EPOCH = 5;

	/**
	 * The epoch, and how many looks were taken in it.
	 */
	private final int[] taken = new int[SHARES];

	private int epochOfAll;

	private int left;

	boolean take(String name, int epoch) {
		int share = (name.hashCode() * 31 + (int) Thread.currentThread().getId()) & (SHARES - 1);
		int before = this.taken[share];
		if (before >> EPOCH != epoch) {
			before = epoch << EPOCH;
		}
		else if (before - (epoch << EPOCH) >= EACH) {
			return takeOfAll(epoch);
		}
		this.taken[share] = before + 1;
		return true;
	}

	private boolean takeOfAll(int epoch) {
		if (this.epochOfAll != epoch) {
			this.epochOfAll = epoch;
			this.left = ALL;
		}
		if (this.left <= 0) {
			return false;
		}
		this.left--;
		return true;
	}

}

package dev.oddkit.observability.cardinality.core;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Finds the values that come again and again among those that come once, in one kilobyte:
 * a sketch after HeavyKeeper. A slot belongs to one fingerprint; another value that falls
 * into it wears its count down, the less likely the higher it is.
 */
final class HeavyValues {

	private static final int SLOTS = 256;

	private static final int COUNT = 0xFFFF;

	/**
	 * One value in so many is looked at.
	 */
	private static final int SAMPLE = 8;

	/**
	 * The count that proves a value heavy: some {@code SAMPLE} times as many came.
	 */
	private static final int HEAVY = 6;

	private static final double DECAY = 1.08;

	/**
	 * By count, how many of {@code 1 << 31} other values wear it down.
	 */
	private static final int[] WEAR = IntStream.range(0, 256)
		.map((count) -> (int) (Math.pow(DECAY, -count) * Integer.MAX_VALUE))
		.toArray();

	/**
	 * After so many looks half of what was seen is forgotten: popularity is a share of
	 * the traffic, however fast it is.
	 */
	private static final int MEMORY = 16_384;

	/**
	 * Fingerprint and count of each slot.
	 */
	private final int[] slots = new int[SLOTS];

	private int looks;

	/**
	 * Look at a value.
	 * @param hash its hash
	 * @return whether it has proved heavy
	 */
	boolean touch(long hash) {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		return (random.nextInt() & (SAMPLE - 1)) == 0 && count(hash, random) >= HEAVY;
	}

	private int count(long hash, ThreadLocalRandom random) {
		if (++this.looks >= MEMORY) {
			this.looks = 0;
			age();
		}
		int index = (int) hash & (SLOTS - 1);
		int fingerprint = (int) (hash >>> 16) & ~COUNT;
		int slot = this.slots[index];
		int count = slot & COUNT;
		if (count > 0 && (slot & ~COUNT) != fingerprint) {
			if ((random.nextInt() >>> 1) < WEAR[Math.min(count, WEAR.length - 1)]) {
				this.slots[index] = (slot & ~COUNT) | (count - 1);
			}
			return 0;
		}
		count = Math.min(count + 1, COUNT);
		this.slots[index] = fingerprint | count;
		return count;
	}

	private void age() {
		for (int i = 0; i < SLOTS; i++) {
			int slot = this.slots[i];
			this.slots[i] = (slot & ~COUNT) | ((slot & COUNT) >> 1);
		}
	}

}

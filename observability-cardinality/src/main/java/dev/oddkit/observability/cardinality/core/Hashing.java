package dev.oddkit.observability.cardinality.core;

/**
 * Spreads the bits of a hash: values that differ little must not share a slot.
 */
final class Hashing {

	private Hashing() {
	}

	static int mix(int hash) {
		int mixed = hash * 0x9E3779B9;
		return mixed ^ (mixed >>> 16);
	}

	static long mix(long value) {
		long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
		return mixed ^ (mixed >>> 31);
	}

}

package dev.oddkit.observability.cardinality.core;

import java.util.Arrays;

/**
 * Which keys of a meter are folded when its combinations are too many: nothing first,
 * then one key more at each level. A bit is the index of a key.
 */
final class FoldLevels {

	static final FoldLevels NONE = new FoldLevels(new long[] { 0 });

	static final long EVERYTHING = -1;

	private final long[] masks;

	private FoldLevels(long[] masks) {
		this.masks = masks;
	}

	static FoldLevels only(long mask) {
		return new FoldLevels(new long[] { mask });
	}

	int count() {
		return this.masks.length;
	}

	long mask(int level) {
		return this.masks[level];
	}

	FoldLevels plus(long mask) {
		long[] more = Arrays.copyOf(this.masks, this.masks.length + 1);
		more[this.masks.length] = mask;
		return new FoldLevels(more);
	}

}

package dev.oddkit.observability.cardinality.core;

import org.jspecify.annotations.Nullable;

/**
 * One search for the place of a label set: its own series if there is room, else that
 * with the widest key folded, and so on. Away from the fast path.
 *
 * @param <T> what stands for a series
 */
final class Placement<T> {

	private final MeterGuard<T> meter;

	private final Labels labels;

	private final @Nullable KeyGuard[] keys;

	private final @Nullable Value[] values;

	Placement(MeterGuard<T> meter, Labels labels) {
		this.meter = meter;
		this.labels = labels;
		this.keys = new KeyGuard[labels.size()];
		this.values = new Value[labels.size()];
		for (int i = 0; i < this.keys.length; i++) {
			KeyGuard key = meter.key(i, labels.key(i));
			this.keys[i] = key;
			this.values[i] = (key != null) ? key.settled(labels.value(i)) : null;
		}
	}

	/**
	 * Look for a series that exists.
	 * @param levels what may be folded
	 * @return the series, or {@code null} if there is none yet
	 */
	@Nullable Series<T> existing(FoldLevels levels) {
		for (int level = 0; level < levels.count(); level++) {
			Series<T> series = this.meter.find(sum(levels.mask(level)));
			if (series != null) {
				return counted(series, levels.mask(level));
			}
		}
		return null;
	}

	Series<T> counted(Series<T> series, long mask) {
		if (mask != 0) {
			for (int i = 0; i < this.keys.length; i++) {
				KeyGuard key = this.keys[i];
				if (key != null && key.isIn(mask) && this.values[i] != key.other) {
					key.fold(this.labels.value(i));
				}
			}
		}
		return series;
	}

	Series<T> create(long mask, SeriesIds<T> ids) {
		int size = this.keys.length;
		@Nullable Value[] placed = new Value[size];
		@Nullable String[] texts = new String[size];
		boolean folded = false;
		for (int i = 0; i < size; i++) {
			placed[i] = value(i, mask);
			texts[i] = (placed[i] != null) ? placed[i].text : null;
			folded |= (placed[i] == null) || (placed[i] == this.keys[i].other)
					|| !placed[i].text.equals(this.labels.value(i));
		}
		return new Series<>(ids.make(texts, folded), sum(mask), placed, folded, this.meter.epoch());
	}

	/**
	 * Return whether all keys are folded, so that nothing is left to fold.
	 * @param mask the keys that are folded
	 * @return whether it is the sum of all
	 */
	boolean isSum(long mask) {
		for (KeyGuard key : this.keys) {
			if (key != null && !key.isIn(mask) && !key.isNever()) {
				return false;
			}
		}
		return true;
	}

	private long sum(long mask) {
		long sum = this.meter.start();
		for (int i = 0; i < this.keys.length; i++) {
			Value value = value(i, mask);
			sum += (value != null) ? value.token : 0;
		}
		return sum;
	}

	private @Nullable Value value(int i, long mask) {
		KeyGuard key = this.keys[i];
		return (key != null && key.isIn(mask)) ? key.other : this.values[i];
	}

}

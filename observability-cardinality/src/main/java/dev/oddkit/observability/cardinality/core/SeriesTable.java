package dev.oddkit.observability.cardinality.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The series of a meter by their code. Reading takes no lock; whoever writes holds the
 * lock of the meter.
 *
 * @param <T> what stands for a series
 */
final class SeriesTable<T> {

	private volatile @Nullable Series<T>[] slots = newSlots(8);

	private volatile int size;

	@Nullable Series<T> find(long code) {
		@Nullable Series<T>[] slots = this.slots;
		int mask = slots.length - 1;
		for (int i = (int) code & mask;; i = (i + 1) & mask) {
			Series<T> series = slots[i];
			if (series == null || series.code() == code) {
				return series;
			}
		}
	}

	int size() {
		return this.size;
	}

	void add(Series<T> series) {
		if ((this.size + 1) * 2 > this.slots.length) {
			this.slots = filled(all(), this.slots.length * 2);
		}
		put(this.slots, series);
		this.size++;
	}

	List<Series<T>> remove(Predicate<Series<T>> gone) {
		List<Series<T>> kept = all();
		List<Series<T>> removed = kept.stream().filter(gone).toList();
		if (!removed.isEmpty()) {
			kept.removeIf(gone);
			int length = 8;
			while (kept.size() * 2 > length) {
				length *= 2;
			}
			this.slots = filled(kept, length);
			this.size = kept.size();
		}
		return removed;
	}

	List<Series<T>> all() {
		List<Series<T>> all = new ArrayList<>();
		for (Series<T> series : this.slots) {
			if (series != null) {
				all.add(series);
			}
		}
		return all;
	}

	private static <T> @Nullable Series<T>[] filled(List<Series<T>> all, int length) {
		@Nullable Series<T>[] slots = newSlots(length);
		all.forEach((series) -> put(slots, series));
		return slots;
	}

	private static <T> void put(@Nullable Series<T>[] slots, Series<T> series) {
		int mask = slots.length - 1;
		int i = (int) series.code() & mask;
		while (slots[i] != null) {
			i = (i + 1) & mask;
		}
		slots[i] = series;
	}

	@SuppressWarnings("unchecked")
	private static <T> @Nullable Series<T>[] newSlots(int length) {
		return (@Nullable Series<T>[]) new Series<?>[length];
	}

}

package dev.oddkit.observability.cardinality.core;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The admitted values of a key. Reading takes no lock and allocates nothing; whoever
 * writes holds the lock of the key. At most half full, so that a search ends soon.
 */
final class ValueTable {

	private volatile @Nullable Value[] slots = new Value[8];

	private volatile int size;

	@Nullable Value find(String text) {
		@Nullable Value[] slots = this.slots;
		int mask = slots.length - 1;
		int hash = Hashing.mix(text.hashCode());
		for (int i = hash & mask;; i = (i + 1) & mask) {
			Value value = slots[i];
			if (value == null || (value.hash == hash && value.text.equals(text))) {
				return value;
			}
		}
	}

	int size() {
		return this.size;
	}

	void add(Value value) {
		if ((this.size + 1) * 2 > this.slots.length) {
			this.slots = filled(values(), this.slots.length * 2);
		}
		put(this.slots, value);
		this.size++;
	}

	/**
	 * Remove values; a reader sees all or none of them.
	 * @param gone which to remove
	 * @return those that were removed
	 */
	List<Value> remove(Predicate<Value> gone) {
		List<Value> kept = values();
		List<Value> removed = kept.stream().filter(gone).toList();
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

	List<Value> values() {
		List<Value> values = new ArrayList<>();
		for (Value value : this.slots) {
			if (value != null) {
				values.add(value);
			}
		}
		return values;
	}

	private static @Nullable Value[] filled(List<Value> values, int length) {
		@Nullable Value[] slots = new Value[length];
		values.forEach((value) -> put(slots, value));
		return slots;
	}

	private static void put(@Nullable Value[] slots, Value value) {
		int mask = slots.length - 1;
		int i = value.hash & mask;
		while (slots[i] != null) {
			i = (i + 1) & mask;
		}
		slots[i] = value;
	}

}

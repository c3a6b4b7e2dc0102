package dev.oddkit.observability.cardinality;

import dev.oddkit.observability.cardinality.core.Series;
import io.opentelemetry.api.common.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * The sets of attributes that have a series of their own. Reading takes no lock;
 * {@link #with} is called under one. There are never more than the meter has series.
 */
final class KnownAttributes {

	private final @Nullable Series<Attributes>[] slots;

	private final int[] hashes;

	private int size;

	KnownAttributes() {
		this(8);
	}

	@SuppressWarnings("unchecked")
	private KnownAttributes(int length) {
		this.slots = (@Nullable Series<Attributes>[]) new Series<?>[length];
		this.hashes = new int[length];
	}

	@Nullable Series<Attributes> find(Attributes given) {
		@Nullable Series<Attributes>[] slots = this.slots;
		int mask = slots.length - 1;
		int hash = given.hashCode();
		for (int i = slot(hash, mask);; i = (i + 1) & mask) {
			Series<Attributes> series = slots[i];
			if (series == null || (this.hashes[i] == hash && series.id().equals(given))) {
				return series;
			}
		}
	}

	KnownAttributes with(Series<Attributes> series) {
		if (find(series.id()) != null) {
			return this;
		}
		KnownAttributes table = this;
		if ((this.size + 1) * 2 > this.slots.length) {
			table = new KnownAttributes(this.slots.length * 2);
			for (Series<Attributes> known : this.slots) {
				if (known != null) {
					table.put(known);
				}
			}
		}
		table.put(series);
		return table;
	}

	private void put(Series<Attributes> series) {
		int mask = this.slots.length - 1;
		int i = slot(series.id().hashCode(), mask);
		while (this.slots[i] != null) {
			i = (i + 1) & mask;
		}
		this.hashes[i] = series.id().hashCode();
		this.slots[i] = series;
		this.size++;
	}

	private static int slot(int hash, int mask) {
		int mixed = hash * 0x9E3779B9;
		return (mixed ^ (mixed >>> 16)) & mask;
	}

}

package dev.oddkit.observability.cardinality;

import io.opentelemetry.api.common.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * The sets of attributes that have a series of their own and were recorded in this epoch.
 * Reading takes no lock; {@link #with} is called under one. There are never more than the
 * meter has series.
 */
final class KnownAttributes {

	private final @Nullable Attributes[] slots;

	private final int[] hashes;

	private int size;

	KnownAttributes() {
		this(8);
	}

	private KnownAttributes(int length) {
		this.slots = new Attributes[length];
		this.hashes = new int[length];
	}

	/**
	 * Return the instance that the SDK knows.
	 * @param given attributes that are equal to it
	 * @return the instance, or {@code null} if they are not known
	 */
	@Nullable Attributes find(Attributes given) {
		return find(given, given.hashCode());
	}

	/**
	 * The search alone is small enough for the compiler to inline it.
	 */
	private @Nullable Attributes find(Attributes given, int hash) {
		@Nullable Attributes[] slots = this.slots;
		int mask = slots.length - 1;
		for (int i = slot(hash, mask);; i = (i + 1) & mask) {
			Attributes known = slots[i];
			if (known == null || (this.hashes[i] == hash && known.equals(given))) {
				return known;
			}
		}
	}

	KnownAttributes with(Attributes attributes) {
		if (find(attributes) != null) {
			return this;
		}
		KnownAttributes table = this;
		if ((this.size + 1) * 2 > this.slots.length) {
			table = new KnownAttributes(this.slots.length * 2);
			for (Attributes known : this.slots) {
				if (known != null) {
					table.put(known);
				}
			}
		}
		table.put(attributes);
		return table;
	}

	private void put(Attributes attributes) {
		int mask = this.slots.length - 1;
		int i = slot(attributes.hashCode(), mask);
		while (this.slots[i] != null) {
			i = (i + 1) & mask;
		}
		this.hashes[i] = attributes.hashCode();
		this.slots[i] = attributes;
		this.size++;
	}

	private static int slot(int hash, int mask) {
		return (hash ^ (hash >>> 16)) & mask;
	}

}

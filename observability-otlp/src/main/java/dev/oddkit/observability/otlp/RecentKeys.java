package dev.oddkit.observability.otlp;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Remembers a bounded number of keys, the newest. It forgets the oldest first.
 *
 * @param <K> the kind of key
 */
final class RecentKeys<K> {

	private final Set<K> keys = new LinkedHashSet<>();

	private final int capacity;

	RecentKeys(int capacity) {
		this.capacity = capacity;
	}

	boolean contains(K key) {
		return this.keys.contains(key);
	}

	/**
	 * Remembers a key.
	 * @param key the key
	 * @return whether it was not remembered already
	 */
	boolean add(K key) {
		boolean added = this.keys.add(key);
		if (this.keys.size() > this.capacity) {
			Iterator<K> oldest = this.keys.iterator();
			oldest.next();
			oldest.remove();
		}
		return added;
	}

	void clear() {
		this.keys.clear();
	}

}

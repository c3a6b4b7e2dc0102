package dev.oddkit.observability.cardinality.core;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A label set that has its place.
 *
 * @param <T> what the user of the guard stands for it, such as an id
 */
public final class Series<T> {

	private final T id;

	private final long code;

	private final @Nullable Value[] values;

	private final boolean folded;

	private volatile int moved;

	Series(T id, long code, @Nullable Value[] values, boolean folded, int epoch) {
		this.id = id;
		this.code = code;
		this.values = values;
		this.folded = folded;
		this.moved = epoch;
	}

	/**
	 * Return what stands for this series.
	 * @return the id
	 */
	public T id() {
		return this.id;
	}

	/**
	 * Return whether one of its values became {@code other} or its placeholder, or a key
	 * was left out.
	 * @return whether it is not what was given
	 */
	public boolean isFolded() {
		return this.folded;
	}

	/**
	 * Say that the series moved in an epoch.
	 * @param epoch the epoch
	 */
	public void move(int epoch) {
		if (this.moved != epoch) {
			this.moved = epoch;
		}
	}

	int moved() {
		return this.moved;
	}

	long code() {
		return this.code;
	}

	/**
	 * Tell the values that their series moved.
	 */
	void settle() {
		for (Value value : this.values) {
			if (value != null && value.moved < this.moved) {
				value.moved = this.moved;
			}
		}
	}

	boolean hasOneOf(Set<Value> some) {
		for (Value value : this.values) {
			if (value != null && some.contains(value)) {
				return true;
			}
		}
		return false;
	}

}

package dev.oddkit.observability.exporter;

import java.util.Collection;
import java.util.function.ToLongFunction;

/**
 * What an export holds.
 *
 * @param items the number of its items
 * @param text the weight of their text
 */
record Load(int items, long text) {

	static <D> Load of(Collection<D> items, ToLongFunction<D> weight) {
		return new Load(items.size(), items.stream().mapToLong(weight).sum());
	}

}

package dev.oddkit.observability.cardinality.core;

import org.jspecify.annotations.Nullable;

/**
 * Makes what stands for a series. Asked once for each series, under the lock of the
 * meter.
 *
 * @param <T> what stands for a series
 */
@FunctionalInterface
public interface SeriesIds<T> {

	/**
	 * Make the id of a series.
	 * @param values the value of each label in the order of the labels, {@code null} for
	 * a key that is left out
	 * @param folded whether one of them is not what was given
	 * @return the id
	 */
	T make(@Nullable String[] values, boolean folded);

}

package dev.oddkit.observability.cardinality.core;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The time series of an application, over all meters of both APIs. A twentieth is kept
 * for the sums of meters that come late.
 */
public final class SeriesBudget {

	private static final int RESERVE = 20;

	private final int limit;

	private final AtomicInteger used = new AtomicInteger();

	/**
	 * Create a budget.
	 * @param limit the series there may be
	 */
	public SeriesBudget(int limit) {
		this.limit = limit;
	}

	/**
	 * Return the series in use.
	 * @return the series, buckets counted
	 */
	public int used() {
		return this.used.get();
	}

	/**
	 * Return the series there may be.
	 * @return the limit
	 */
	public int limit() {
		return this.limit;
	}

	boolean hasRoom(int series) {
		return this.used.get() + series <= this.limit - this.limit / RESERVE;
	}

	boolean take(int series, boolean sum) {
		int allowed = sum ? this.limit : this.limit - this.limit / RESERVE;
		int before = this.used.get();
		while (before + series <= allowed) {
			if (this.used.compareAndSet(before, before + series)) {
				return true;
			}
			before = this.used.get();
		}
		return false;
	}

	/**
	 * Take what exists already.
	 * @param series the series, negative to give back
	 */
	void add(int series) {
		this.used.addAndGet(series);
	}

}

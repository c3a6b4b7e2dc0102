package dev.oddkit.observability.exporter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Books every item of one signal: what was emitted is exported, failed, dropped or still
 * in flight, and nothing else.
 */
class SignalLedger {

	private final LongAdder exported = new LongAdder();

	private final LongAdder failed = new LongAdder();

	private final LongAdder dropped = new LongAdder();

	private final AtomicInteger inFlight = new AtomicInteger();

	/**
	 * Take a place for one item.
	 * @param capacity how many items may be in flight
	 * @return whether there was a place; if not, the item is booked as dropped
	 */
	boolean admit(int capacity) {
		if (this.inFlight.incrementAndGet() <= capacity) {
			return true;
		}
		this.inFlight.decrementAndGet();
		this.dropped.increment();
		return false;
	}

	/**
	 * Take places for items that nobody queued, such as the points of a metric export.
	 * @param items the number of items
	 */
	void admitAll(int items) {
		this.inFlight.addAndGet(items);
	}

	void exported(int items) {
		this.exported.add(items);
		this.inFlight.addAndGet(-items);
	}

	void failed(int items) {
		this.failed.add(items);
		this.inFlight.addAndGet(-items);
	}

	long lost() {
		return this.failed.sum() + this.dropped.sum();
	}

	long exported() {
		return this.exported.sum();
	}

	long failed() {
		return this.failed.sum();
	}

	long dropped() {
		return this.dropped.sum();
	}

	int queued() {
		return this.inFlight.get();
	}

	Map<String, Long> counts() {
		Map<String, Long> counts = new LinkedHashMap<>();
		counts.put("exported", exported());
		counts.put("failed", failed());
		counts.put("dropped", dropped());
		counts.put("queued", (long) queued());
		return counts;
	}

}

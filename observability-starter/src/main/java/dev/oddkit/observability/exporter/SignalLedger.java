package dev.oddkit.observability.exporter;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Books every item of one signal: what was emitted is exported, dropped for a reason or
 * still in flight, and nothing else.
 */
class SignalLedger {

	private final LongAdder exported = new LongAdder();

	private final Map<LossReason, LongAdder> dropped = new EnumMap<>(LossReason.class);

	private final AtomicInteger inFlight = new AtomicInteger();

	private volatile boolean closed;

	SignalLedger() {
		for (LossReason reason : LossReason.values()) {
			this.dropped.put(reason, new LongAdder());
		}
	}

	/**
	 * Take a place for one item.
	 * @param capacity how many items may be in flight
	 * @return whether there was a place; if not, the item is booked as dropped
	 */
	boolean admit(int capacity) {
		if (this.inFlight.incrementAndGet() > capacity) {
			this.inFlight.decrementAndGet();
			drop(LossReason.QUEUE_FULL, 1);
			return false;
		}
		return open();
	}

	/**
	 * Take places for items that nobody queued, such as the points of a metric export.
	 * @param items the number of items
	 * @return whether the ledger is open; if not, the items are booked as dropped
	 */
	boolean admitAll(int items) {
		this.inFlight.addAndGet(items);
		return open();
	}

	/**
	 * Free the places of items that were admitted.
	 * @param items the number of items
	 * @param lost how many of them did not arrive
	 * @param reason why they did not
	 */
	synchronized void settle(int items, int lost, LossReason reason) {
		if (!this.closed) {
			this.exported.add(items - lost);
			drop(reason, lost);
			this.inFlight.addAndGet(-items);
		}
	}

	/**
	 * Give up what is in flight and whatever comes from now on.
	 */
	void close() {
		this.closed = true;
		open();
	}

	private boolean open() {
		if (!this.closed) {
			return true;
		}
		synchronized (this) {
			drop(LossReason.SHUTDOWN, this.inFlight.getAndSet(0));
		}
		return false;
	}

	private void drop(LossReason reason, int items) {
		LongAdder count = this.dropped.get(reason);
		if (count != null) {
			count.add(items);
		}
	}

	boolean isClosed() {
		return this.closed;
	}

	long exported() {
		return this.exported.sum();
	}

	long dropped() {
		return this.dropped.values().stream().mapToLong(LongAdder::sum).sum();
	}

	long dropped(LossReason reason) {
		LongAdder count = this.dropped.get(reason);
		return (count != null) ? count.sum() : 0;
	}

	int queued() {
		return this.inFlight.get();
	}

}

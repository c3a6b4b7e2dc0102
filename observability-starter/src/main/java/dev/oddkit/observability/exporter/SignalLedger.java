package dev.oddkit.observability.exporter;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Books every item of one signal: what was emitted is exported, dropped for a reason or
 * still in flight, and nothing else.
 */
class SignalLedger {

	private final LongAdder exported = new LongAdder();

	private final Map<LossReason, LongAdder> dropped = new EnumMap<>(LossReason.class);

	private final LongAdder cut = new LongAdder();

	private final AtomicInteger inFlight = new AtomicInteger();

	private final AtomicLong textInFlight = new AtomicLong();

	private volatile boolean closed;

	SignalLedger() {
		for (LossReason reason : LossReason.values()) {
			this.dropped.put(reason, new LongAdder());
		}
	}

	/**
	 * Take a place for one item.
	 * @param limit how much may be in flight
	 * @param text the weight of the item's text
	 * @return whether there was a place; if not, the item is booked as dropped
	 */
	boolean admit(QueueLimit limit, long text) {
		boolean place = this.inFlight.incrementAndGet() <= limit.items();
		if (!place || this.textInFlight.addAndGet(text) > limit.text()) {
			this.textInFlight.addAndGet(place ? -text : 0);
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
	 * @param load the items
	 * @param items how many of them were meant to leave
	 * @param lost how many of them did not arrive
	 * @param reason why they did not
	 */
	synchronized void settle(Load load, int items, int lost, LossReason reason) {
		if (!this.closed) {
			this.exported.add(items - lost);
			drop(reason, lost);
			this.textInFlight.addAndGet(-load.text());
			this.inFlight.addAndGet(-load.items());
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
			this.textInFlight.set(0);
		}
		return false;
	}

	private void drop(LossReason reason, int items) {
		LongAdder count = this.dropped.get(reason);
		if (count != null) {
			count.add(items);
		}
	}

	/**
	 * Take note that items which were admitted have lost a part.
	 * @param values the number of their values that were cut off
	 */
	void cut(int values) {
		if (values > 0) {
			this.cut.add(values);
		}
	}

	long cut() {
		return this.cut.sum();
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

	long queuedText() {
		return this.textInFlight.get();
	}

	int queued() {
		return this.inFlight.get();
	}

}

package dev.oddkit.observability.otlp;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The heap that all requests together may hold at one moment. Who does not get what it
 * asks for must give up.
 */
final class MemoryBudget {

	private final AtomicLong left;

	MemoryBudget(long bytes) {
		this.left = new AtomicLong(bytes);
	}

	boolean take(long bytes) {
		if (this.left.addAndGet(-bytes) >= 0) {
			return true;
		}
		give(bytes);
		return false;
	}

	void give(long bytes) {
		this.left.addAndGet(bytes);
	}

}

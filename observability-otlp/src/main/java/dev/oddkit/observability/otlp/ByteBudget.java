package dev.oddkit.observability.otlp;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes that all requests together may hold at one moment.
 */
final class ByteBudget {

	private final AtomicLong left;

	ByteBudget(long bytes) {
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

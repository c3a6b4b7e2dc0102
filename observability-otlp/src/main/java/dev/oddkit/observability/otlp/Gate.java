package dev.oddkit.observability.otlp;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Counts the requests that are being served, so that closing can let them finish and let
 * no new one in.
 */
final class Gate {

	private int inside;

	private boolean closed;

	synchronized boolean enter() {
		if (this.closed) {
			return false;
		}
		this.inside++;
		return true;
	}

	synchronized void leave() {
		this.inside--;
		notifyAll();
	}

	/**
	 * Closes the gate and waits until nobody is inside.
	 * @param patience how long to wait at most
	 */
	synchronized void close(Duration patience) {
		this.closed = true;
		long deadline = System.nanoTime() + patience.toNanos();
		try {
			for (long left = patience.toNanos(); this.inside > 0 && left > 0; left = deadline - System.nanoTime()) {
				TimeUnit.NANOSECONDS.timedWait(this, left);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}

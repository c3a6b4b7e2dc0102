package dev.oddkit.observability.exporter;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import io.opentelemetry.sdk.common.CompletableResultCode;

/**
 * Lets the threads of the SDK's batch processors end with the application. After their
 * last flush they sleep until the next export would be due, long enough for a servlet
 * container to find them and what they hold.
 */
class BatchThreads {

	private static final long PAUSE = 1_000_000;

	private static final int PATIENCE = 50;

	private final List<Supplier<CompletableResultCode>> flushes = new CopyOnWriteArrayList<>();

	/**
	 * Remember a batch processor.
	 * @param flush its flush, which wakes the thread
	 */
	void add(Supplier<CompletableResultCode> flush) {
		this.flushes.add(flush);
	}

	void wake() {
		for (Supplier<CompletableResultCode> flush : this.flushes) {
			// One that is done at once is the last, which its thread is about to forget
			for (int i = 0; i < PATIENCE && flush.get().isDone(); i++) {
				LockSupport.parkNanos(PAUSE);
			}
		}
	}

}

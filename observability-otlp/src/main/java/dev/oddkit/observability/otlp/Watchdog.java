package dev.oddkit.observability.otlp;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Interrupts threads that wait for a client for too long, which closes the connection
 * they wait on. It leaves a thread alone once it is released.
 */
final class Watchdog implements AutoCloseable {

	private static final long MAX_SWEEP_MILLIS = 250;

	private final long timeoutNanos;

	private final Runnable onTimeout;

	private final ScheduledExecutorService timer;

	private final Map<Thread, Long> deadlines = new HashMap<>();

	Watchdog(Duration timeout, Runnable onTimeout) {
		this.timeoutNanos = timeout.toNanos();
		this.onTimeout = onTimeout;
		this.timer = Executors.newSingleThreadScheduledExecutor((task) -> daemon(task, "otlp-receiver-watchdog"));
		long sweep = Math.max(1, Math.min(MAX_SWEEP_MILLIS, timeout.toMillis() / 4));
		this.timer.scheduleWithFixedDelay(this::sweep, sweep, sweep, TimeUnit.MILLISECONDS);
	}

	/**
	 * Gives the current thread the whole time from now on.
	 */
	synchronized void watch() {
		this.deadlines.put(Thread.currentThread(), System.nanoTime() + this.timeoutNanos);
	}

	/**
	 * Leaves the current thread alone.
	 * @return whether it had run out of time
	 */
	synchronized boolean release() {
		boolean expired = this.deadlines.remove(Thread.currentThread()) == null;
		return Thread.interrupted() && expired;
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

	private synchronized void sweep() {
		long now = System.nanoTime();
		Iterator<Map.Entry<Thread, Long>> entries = this.deadlines.entrySet().iterator();
		while (entries.hasNext()) {
			Map.Entry<Thread, Long> entry = entries.next();
			if (now - entry.getValue() >= 0) {
				entries.remove();
				this.onTimeout.run();
				entry.getKey().interrupt();
			}
		}
	}

	static Thread daemon(Runnable task, String name) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		return thread;
	}

}

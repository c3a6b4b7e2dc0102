package dev.oddkit.observability.exporter;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the time of all exports: waits between attempts and timeouts, with one daemon
 * thread and without blocking any. When the application ends, nobody waits any more, and
 * the threads end that work for the exports.
 */
class Waits {

	private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, Waits::thread,
			(task, executor) -> {
			});

	/**
	 * The JDK's client would keep threads of its own for a minute after the end, which a
	 * servlet container takes for a leak. What comes after the end is of no interest.
	 */
	private final ThreadPoolExecutor workers = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 60, TimeUnit.SECONDS,
			new SynchronousQueue<>(), Waits::thread, new ThreadPoolExecutor.DiscardPolicy());

	private final Set<FutureTask<?>> waiting = ConcurrentHashMap.newKeySet();

	private volatile boolean hurried;

	private volatile @Nullable String reason;

	Waits() {
		this.timer.setRemoveOnCancelPolicy(true);
	}

	private static Thread thread(Runnable work) {
		Thread thread = new Thread(work, "observability-export");
		thread.setDaemon(true);
		return thread;
	}

	Executor workers() {
		return this.workers;
	}

	/**
	 * Do something later, or at once if the application ends.
	 * @param wait how long to wait
	 * @param next what to do
	 */
	void after(Duration wait, Runnable next) {
		FutureTask<?> task = new FutureTask<>(next, null);
		this.waiting.add(task);
		this.timer.schedule(() -> run(task), wait.toNanos(), TimeUnit.NANOSECONDS);
		if (this.hurried) {
			run(task);
		}
	}

	private void run(FutureTask<?> task) {
		this.waiting.remove(task);
		task.run();
	}

	/**
	 * Give up an exchange unless it is cancelled before.
	 * @param patience how long it may take
	 * @param exchange the exchange
	 * @return the timeout, to cancel
	 */
	Future<?> timeout(Duration patience, Future<?> exchange) {
		return this.timer.schedule(() -> exchange.cancel(true), patience.toNanos(), TimeUnit.NANOSECONDS);
	}

	/**
	 * End all waits: what waits for a further attempt makes it now.
	 */
	void hurry() {
		this.hurried = true;
		this.waiting.forEach((task) -> this.timer.execute(() -> run(task)));
	}

	/**
	 * Note why an export waits for a further attempt.
	 * @param failure what went wrong
	 */
	void because(String failure) {
		this.reason = failure;
	}

	/**
	 * Return why an export waited the last time.
	 * @return what went wrong, or {@code null} if none ever waited
	 */
	@Nullable String reason() {
		return this.reason;
	}

	boolean isHurried() {
		return this.hurried;
	}

	void close() {
		this.hurried = true;
		this.timer.shutdownNow();
		this.workers.shutdownNow();
	}

	boolean isClosed() {
		return this.timer.isShutdown();
	}

}

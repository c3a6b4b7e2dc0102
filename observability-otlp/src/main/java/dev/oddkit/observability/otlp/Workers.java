package dev.oddkit.observability.otlp;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The bounded threads of a receiver. When too many requests wait it refuses more, upon
 * which the server closes their connections.
 */
final class Workers implements Executor, AutoCloseable {

	private static final int MAX_WAITING = 256;

	private static final int IDLE_SECONDS = 10;

	private final ThreadPoolExecutor threads;

	private final Watchdog watchdog;

	private final Runnable onRefusal;

	Workers(int size, Watchdog watchdog, Runnable onRefusal) {
		this.watchdog = watchdog;
		this.onRefusal = onRefusal;
		AtomicInteger number = new AtomicInteger();
		this.threads = new ThreadPoolExecutor(size, size, IDLE_SECONDS, TimeUnit.SECONDS,
				new ArrayBlockingQueue<>(MAX_WAITING),
				(task) -> Watchdog.daemon(task, "otlp-receiver-" + number.incrementAndGet()));
		this.threads.allowCoreThreadTimeOut(true);
	}

	@Override
	public void execute(Runnable exchange) {
		try {
			this.threads.execute(() -> watched(exchange));
		}
		catch (RejectedExecutionException ex) {
			this.onRefusal.run();
			throw ex;
		}
	}

	private void watched(Runnable exchange) {
		this.watchdog.watch();
		try {
			exchange.run();
		}
		finally {
			this.watchdog.release();
		}
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}

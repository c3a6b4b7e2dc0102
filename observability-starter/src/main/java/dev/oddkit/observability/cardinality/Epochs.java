package dev.oddkit.observability.cardinality;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Ends an epoch from time to time, on a thread of its own, and the last one while the
 * registries still export.
 */
class Epochs implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Epochs.class);

	private final Duration length;

	private final Runnable end;

	private final Runnable last;

	private volatile @Nullable ScheduledThreadPoolExecutor executor;

	/**
	 * Create the epochs.
	 * @param length how long each lasts
	 * @param end ends an epoch
	 * @param last ends the one after which nobody counts
	 */
	Epochs(Duration length, Runnable end, Runnable last) {
		this.length = length;
		this.end = end;
		this.last = last;
	}

	@Override
	public void start() {
		ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread thread = new Thread(task, "observability-cardinality");
			thread.setDaemon(true);
			return thread;
		});
		executor.scheduleWithFixedDelay(() -> run(this.end), this.length.toMillis(), this.length.toMillis(),
				TimeUnit.MILLISECONDS);
		this.executor = executor;
	}

	@Override
	public void stop() {
		ScheduledThreadPoolExecutor executor = this.executor;
		if (executor != null) {
			this.executor = null;
			executor.shutdownNow();
			run(this.last);
		}
	}

	@Override
	public boolean isRunning() {
		return this.executor != null;
	}

	/**
	 * Everything that counts stops before, the registries close after.
	 */
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE + 1;
	}

	private static void run(Runnable end) {
		try {
			end.run();
		}
		catch (RuntimeException ex) {
			logger.debug("The epoch did not end as it should; the next one will", ex);
		}
	}

}

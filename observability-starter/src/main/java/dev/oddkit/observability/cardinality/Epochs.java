package dev.oddkit.observability.cardinality;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends an epoch from time to time, on a thread of its own.
 */
class Epochs implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Epochs.class);

	private final ScheduledThreadPoolExecutor executor;

	private final Runnable end;

	Epochs(Duration length, Runnable end) {
		this.end = end;
		this.executor = new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread thread = new Thread(task, "observability-cardinality");
			thread.setDaemon(true);
			return thread;
		});
		this.executor.scheduleWithFixedDelay(this::end, length.toMillis(), length.toMillis(), TimeUnit.MILLISECONDS);
	}

	private void end() {
		try {
			this.end.run();
		}
		catch (RuntimeException ex) {
			logger.debug("The epoch did not end as it should; the next one will", ex);
		}
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

}

package dev.oddkit.demo.inventory.faults;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.task.TaskExecutor;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.server.ResponseStatusException;

/**
 * Counts the items of a product and keeps its row locked while counting, as a careless
 * batch job would: whoever reserves that product waits in the database. One at a time,
 * ten seconds at most.
 */
@Component
class StockTake {

	private static final Logger logger = LoggerFactory.getLogger(StockTake.class);

	private static final int LONGEST = 10_000;

	private final Semaphore turn = new Semaphore(1);

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final TaskExecutor executor;

	StockTake(JdbcClient jdbc, PlatformTransactionManager transactions, TaskExecutor executor) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.executor = executor;
	}

	/**
	 * Returns as soon as the row is locked; the lock is given back after {@code millis}.
	 * @param sku the product
	 * @param millis how long to hold the lock
	 */
	void start(String sku, int millis) {
		if (millis < 1 || millis > LONGEST) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
					"millis is %d; it must be 1 to %d.".formatted(millis, LONGEST));
		}
		if (!this.turn.tryAcquire()) {
			throw new ResponseStatusException(HttpStatus.CONFLICT, "A stock take is running. Try again when it ends.");
		}
		CompletableFuture<Void> locked = new CompletableFuture<>();
		this.executor.execute(() -> count(sku, millis, locked));
		try {
			locked.orTimeout(LONGEST, TimeUnit.MILLISECONDS).join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	private void count(String sku, int millis, CompletableFuture<Void> locked) {
		try {
			this.transaction.executeWithoutResult((status) -> lock(sku, millis, locked));
		}
		catch (RuntimeException ex) {
			locked.completeExceptionally(ex);
		}
		finally {
			this.turn.release();
		}
	}

	private void lock(String sku, int millis, CompletableFuture<Void> locked) {
		int counted = this.jdbc.sql("select available from stock where sku = ? for update")
			.param(sku)
			.query(Integer.class)
			.optional()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no product " + sku + "."));
		logger.warn("Stock take of {}: counted {}, keeping the row locked for {} ms", sku, counted, millis);
		locked.complete(null);
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}

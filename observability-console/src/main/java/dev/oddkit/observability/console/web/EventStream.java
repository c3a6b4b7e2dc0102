package dev.oddkit.observability.console.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import com.sun.net.httpserver.HttpExchange;

/**
 * Tells every listening page that something changed, at most twice a second each. Holds
 * one thread per page, refuses pages beyond a limit and notices by its heartbeat when one
 * is gone.
 */
public final class EventStream implements AutoCloseable {

	static final int MAX_LISTENERS = 32;

	private static final Duration QUIET = Duration.ofMillis(500);

	private static final Duration HEARTBEAT = Duration.ofSeconds(10);

	private final LongSupplier revision;

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "console-events");
		thread.setDaemon(true);
		return thread;
	});

	private final Semaphore places = new Semaphore(MAX_LISTENERS);

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private volatile boolean closed;

	/**
	 * Creates a stream.
	 * @param revision a number that grows with every change
	 */
	public EventStream(LongSupplier revision) {
		this.revision = revision;
	}

	/**
	 * Wakes the listeners; cheap enough to be called on every change.
	 */
	public void changed() {
		this.lock.lock();
		try {
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	void listen(HttpExchange exchange) throws IOException {
		if (this.closed) {
			throw new Refusal(503, "The console is stopping.");
		}
		if (!this.places.tryAcquire()) {
			throw new Refusal(503,
					"Already %d pages listen for changes. Close one, or reload by hand.".formatted(MAX_LISTENERS));
		}
		try {
			exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
			exchange.getResponseHeaders().set("Cache-Control", "no-store");
			exchange.sendResponseHeaders(200, 0);
			this.threads.execute(() -> serve(exchange));
		}
		catch (IOException | RuntimeException ex) {
			this.places.release();
			throw ex;
		}
	}

	private void serve(HttpExchange exchange) {
		try (exchange; OutputStream out = exchange.getResponseBody()) {
			long sent = -1;
			while (!this.closed) {
				long now = this.revision.getAsLong();
				send(out, (now != sent) ? "event: change\ndata: {\"revision\":" + now + "}\n\n" : ": still here\n\n");
				sent = now;
				Thread.sleep(QUIET.toMillis());
				awaitChange(sent);
			}
		}
		catch (IOException ex) {
			// the page is gone
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.places.release();
		}
	}

	private static void send(OutputStream out, String text) throws IOException {
		out.write(text.getBytes(StandardCharsets.UTF_8));
		out.flush();
	}

	private void awaitChange(long sent) throws InterruptedException {
		long left = HEARTBEAT.toNanos();
		this.lock.lock();
		try {
			while (left > 0 && !this.closed && this.revision.getAsLong() == sent) {
				left = this.changed.awaitNanos(left);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public void close() {
		this.closed = true;
		this.threads.shutdownNow();
	}

}

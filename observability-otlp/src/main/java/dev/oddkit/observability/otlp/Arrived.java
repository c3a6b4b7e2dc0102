package dev.oddkit.observability.otlp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A growing list that can be waited on.
 *
 * @param <T> the kind of element
 */
final class Arrived<T> {

	private final List<T> elements = new ArrayList<>();

	private final Function<List<T>, String> description;

	Arrived(Function<List<T>, String> description) {
		this.description = description;
	}

	synchronized void add(List<T> arrived) {
		this.elements.addAll(arrived);
		notifyAll();
	}

	synchronized List<T> all() {
		return List.copyOf(this.elements);
	}

	synchronized void clear() {
		this.elements.clear();
	}

	/**
	 * Waits until a search finds something. A search that throws has found nothing yet.
	 * @param <R> what is searched
	 * @param expected the description for the message
	 * @param search returns {@code null} while there is nothing
	 * @param timeout how long to wait
	 * @return what was found
	 */
	synchronized <R> R await(String expected, Function<List<T>, @Nullable R> search, Duration timeout) {
		long deadline = System.nanoTime() + timeout.toNanos();
		while (true) {
			Throwable failure = null;
			try {
				R found = search.apply(List.copyOf(this.elements));
				if (found != null) {
					return found;
				}
			}
			catch (RuntimeException | AssertionError ex) {
				failure = ex;
			}
			long left = deadline - System.nanoTime();
			if (left <= 0) {
				throw new AssertionError("Expected within " + timeout.toMillis() + " ms: " + expected + "\nArrived: "
						+ this.description.apply(this.elements), failure);
			}
			pause(left);
		}
	}

	private void pause(long nanos) {
		try {
			TimeUnit.NANOSECONDS.timedWait(this, nanos);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError("Interrupted while waiting for telemetry", ex);
		}
	}

}

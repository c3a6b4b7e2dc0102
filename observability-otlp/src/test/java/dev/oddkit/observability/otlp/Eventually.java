package dev.oddkit.observability.otlp;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Looks again and again until something is as expected.
 */
final class Eventually {

	private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

	private Eventually() {
	}

	static <T> T find(String expected, Supplier<T> source, Predicate<T> condition) {
		long deadline = System.nanoTime() + PATIENCE_NANOS;
		T seen = source.get();
		while (!condition.test(seen)) {
			if (System.nanoTime() > deadline) {
				throw new AssertionError("Expected " + expected + ", but saw " + seen);
			}
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
			seen = source.get();
		}
		return seen;
	}

}

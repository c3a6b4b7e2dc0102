package dev.oddkit.observability.classpath;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import static org.assertj.core.api.Assertions.fail;

/**
 * Looks again and again until something is so, and fails when it takes too long.
 */
final class Eventually {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private Eventually() {
	}

	static void so(String what, BooleanSupplier condition) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > deadline) {
				fail("Not so after %s: %s", PATIENCE, what);
			}
			LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
		}
	}

}

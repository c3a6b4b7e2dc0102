package dev.oddkit.observability.exporter;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import io.opentelemetry.sdk.common.export.RetryPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Counts the attempts of an export and says how long to wait for the next: longer each
 * time, and never for the same time as a neighbour.
 */
class Backoff {

	private final @Nullable RetryPolicy policy;

	private int attempts;

	private double wait;

	Backoff(@Nullable RetryPolicy policy) {
		this.policy = policy;
		this.wait = (policy != null) ? policy.getInitialBackoff().toNanos() : 0;
	}

	void attempt() {
		this.attempts++;
	}

	boolean isFirst() {
		return this.attempts == 1;
	}

	boolean isExhausted() {
		return this.policy == null || this.attempts >= this.policy.getMaxAttempts();
	}

	Duration next() {
		if (this.policy == null) {
			return Duration.ZERO;
		}
		double now = Math.min(this.wait, this.policy.getMaxBackoff().toNanos());
		this.wait = now * this.policy.getBackoffMultiplier();
		return Duration.ofNanos((long) (now * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
	}

}

package dev.oddkit.observability.exporter;

import java.net.URI;
import java.time.Duration;

import io.opentelemetry.sdk.common.export.RetryPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The way of one signal to its backend: how patient its exports are and whether the
 * backend wants to be left alone.
 */
class Route {

	/**
	 * The longest wait that a backend may ask for.
	 */
	static final Duration MAX_HOLD = Duration.ofSeconds(30);

	private final URI endpoint;

	private final Duration timeout;

	private final @Nullable RetryPolicy retryPolicy;

	private final Waits waits;

	private volatile long heldUntil = System.nanoTime();

	Route(URI endpoint, Duration timeout, @Nullable RetryPolicy retryPolicy, Waits waits) {
		this.endpoint = endpoint;
		this.timeout = timeout;
		this.retryPolicy = retryPolicy;
		this.waits = waits;
	}

	/**
	 * Send nothing for as long as the backend asks.
	 * @param asked the wait that it asks for
	 * @return the wait that it gets
	 */
	Duration hold(Duration asked) {
		Duration wait = (asked.compareTo(MAX_HOLD) > 0) ? MAX_HOLD : asked;
		this.heldUntil = System.nanoTime() + wait.toNanos();
		return wait;
	}

	Duration held() {
		return Duration.ofNanos(Math.max(0, this.heldUntil - System.nanoTime()));
	}

	Duration timeout() {
		return this.timeout;
	}

	Backoff backoff() {
		return new Backoff(this.retryPolicy);
	}

	Waits waits() {
		return this.waits;
	}

	boolean isTls() {
		return "https".equals(this.endpoint.getScheme());
	}

}

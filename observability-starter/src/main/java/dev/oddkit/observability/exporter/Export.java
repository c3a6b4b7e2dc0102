package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;

/**
 * One export, repeated where that may help and as long as its time lasts. A wait that the
 * backend asks for is no time of the export's, up to {@link Route#MAX_HOLD} in all.
 *
 * @param <R> what the backend replies
 */
class Export<R extends Reply> {

	/**
	 * The part of the timeout that a further attempt needs. With less, the backend might
	 * still take what is counted as lost when its answer comes too late.
	 */
	private static final int ENOUGH = 10;

	private final Route route;

	private final Exchange<R> exchange;

	private final Answer answer;

	private final Consumer<? super R> onResponse;

	private final Consumer<Throwable> onError;

	private final Backoff backoff;

	private Duration held = Duration.ZERO;

	private long deadline;

	Export(Route route, Exchange<R> exchange, Answer answer, Consumer<? super R> onResponse,
			Consumer<Throwable> onError) {
		this.route = route;
		this.exchange = exchange;
		this.answer = answer;
		this.onResponse = onResponse;
		this.onError = onError;
		this.backoff = route.backoff();
	}

	void start() {
		Duration wait = this.route.held();
		this.held = wait;
		this.deadline = System.nanoTime() + wait.plus(this.route.timeout()).toNanos();
		if (wait.isZero()) {
			attempt();
		}
		else {
			this.route.waits().after(wait, this::attempt);
		}
	}

	private void attempt() {
		if (this.route.waits().isClosed()) {
			fail(LossReason.SHUTDOWN, new IOException("the application ended"));
			return;
		}
		this.backoff.attempt();
		CompletableFuture<R> reply;
		try {
			reply = this.exchange.attempt();
		}
		catch (IOException | RuntimeException ex) {
			fail(LossReason.FAILED, ex);
			return;
		}
		Future<?> timeout = this.route.waits().timeout(left(), reply);
		reply.whenComplete((answered, failure) -> {
			timeout.cancel(false);
			if (failure != null) {
				Throwable cause = failure.getCause();
				broken((failure instanceof CompletionException && cause != null) ? cause : failure);
			}
			else {
				answered(answered);
			}
		});
	}

	private void answered(R reply) {
		if (reply.isSuccess()) {
			this.answer.read(reply.message());
			this.onResponse.accept(reply);
			return;
		}
		Duration asked = reply.retryAfter();
		Duration wait = (asked != null) ? this.route.hold(asked) : null;
		if (!reply.isRetryable() || !again(wait, reply.describe())) {
			this.answer.failed(reply.reason(), reply.describe());
			this.onResponse.accept(reply);
		}
	}

	private void broken(Throwable failure) {
		boolean refused = failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
		boolean late = failure instanceof CancellationException
				|| (failure instanceof SocketTimeoutException && !isTimeAfter(Duration.ZERO));
		boolean hopeless = late || failure instanceof SSLException || !(failure instanceof IOException);
		if (!refused && !hopeless && this.backoff.isFirst() && isTimeAfter(Duration.ZERO)) {
			// The backend may have closed a connection that was idle
			attempt();
		}
		else if (hopeless || !again(null, ExportFailure.describe(failure))) {
			fail(late ? LossReason.TIMEOUT : LossReason.UNREACHABLE, late ? new IOException(
					"no answer within " + this.route.timeout().toMillis() + " ms, observability.exporter.timeout")
					: failure);
		}
	}

	private boolean again(@Nullable Duration asked, String failure) {
		if (this.route.waits().isHurried() || this.backoff.isExhausted()) {
			return false;
		}
		Duration wait = this.backoff.next();
		if (asked != null) {
			wait = asked;
			this.held = this.held.plus(asked);
			this.deadline += asked.toNanos();
		}
		if (this.held.compareTo(Route.MAX_HOLD) > 0 || !isTimeAfter(wait)) {
			return false;
		}
		this.route.waits().because(failure);
		this.route.waits().after(wait, this::attempt);
		return true;
	}

	private boolean isTimeAfter(Duration wait) {
		return left().minus(wait).compareTo(this.route.timeout().dividedBy(ENOUGH)) >= 0;
	}

	private Duration left() {
		return Duration.ofNanos(Math.max(1, this.deadline - System.nanoTime()));
	}

	private void fail(LossReason reason, Throwable failure) {
		boolean silent = reason == LossReason.TIMEOUT || failure instanceof HttpConnectTimeoutException;
		this.answer.failed(reason, ExportFailure.describe(failure) + ((silent && this.route.isTls())
				? "; if the port speaks plain HTTP, write http instead of https" : ""));
		this.onError.accept(failure);
	}

}

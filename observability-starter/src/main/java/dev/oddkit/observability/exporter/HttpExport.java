package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import javax.net.ssl.SSLException;

import io.opentelemetry.sdk.common.export.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * One export by HTTP, repeated where that may help and as long as its time lasts. A wait
 * that the backend asks for is no time of the export's, up to
 * {@link JdkHttpSender#MAX_HOLD} in all.
 */
class HttpExport {

	private final JdkHttpSender sender;

	private final HttpRequest.BodyPublisher body;

	private final Answer answer;

	private final Consumer<HttpResponse> onResponse;

	private final Consumer<Throwable> onError;

	private final Backoff backoff;

	private Duration held = Duration.ZERO;

	private long deadline;

	HttpExport(JdkHttpSender sender, HttpRequest.BodyPublisher body, Answer answer, Consumer<HttpResponse> onResponse,
			Consumer<Throwable> onError) {
		this.sender = sender;
		this.body = body;
		this.answer = answer;
		this.onResponse = onResponse;
		this.onError = onError;
		this.backoff = new Backoff(sender.config().getRetryPolicy());
	}

	void start() {
		Duration wait = this.sender.held();
		this.held = wait;
		this.deadline = System.nanoTime() + wait.plus(this.sender.config().getTimeout()).toNanos();
		if (wait.isZero()) {
			attempt();
		}
		else {
			this.sender.waits().after(wait, this::attempt);
		}
	}

	private void attempt() {
		if (this.sender.waits().isClosed()) {
			fail(LossReason.SHUTDOWN, new IOException("the application ended"));
			return;
		}
		this.backoff.attempt();
		CompletableFuture<Reply> exchange;
		try {
			exchange = this.sender.client()
				.sendAsync(this.sender.request(this.body),
						(head) -> Reply.body(this.sender.config().getMaxResponseBodySize()))
				.thenApply(Reply::of);
		}
		catch (IOException | RuntimeException ex) {
			fail(LossReason.FAILED, ex);
			return;
		}
		Future<?> timeout = this.sender.waits().timeout(left(), exchange);
		exchange.whenComplete((reply, failure) -> {
			timeout.cancel(false);
			if (failure != null) {
				Throwable cause = failure.getCause();
				broken((failure instanceof CompletionException && cause != null) ? cause : failure);
			}
			else {
				answered(reply);
			}
		});
	}

	private void answered(Reply reply) {
		if (reply.isSuccess()) {
			this.answer.read(reply.getResponseBody());
			this.onResponse.accept(reply);
			return;
		}
		Duration asked = reply.retryAfter();
		if (asked != null) {
			this.sender.hold(asked);
		}
		if (!reply.isRetryable() || !again(asked, reply.describe())) {
			this.answer.failed(reply.reason(), reply.describe());
			this.onResponse.accept(reply);
		}
	}

	private void broken(Throwable failure) {
		boolean refused = failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
		boolean late = failure instanceof CancellationException;
		boolean hopeless = late || failure instanceof SSLException || !(failure instanceof IOException);
		if (!refused && !hopeless && this.backoff.isFirst()) {
			// The backend may have closed a connection that was idle
			attempt();
		}
		else if (hopeless || !again(null, ExportFailure.describe(failure))) {
			fail(late ? LossReason.TIMEOUT : LossReason.UNREACHABLE, late ? new IOException("no answer within "
					+ this.sender.config().getTimeout().toMillis() + " ms, observability.exporter.timeout") : failure);
		}
	}

	private boolean again(@Nullable Duration asked, String failure) {
		if (this.sender.waits().isHurried() || this.backoff.isExhausted()) {
			return false;
		}
		Duration wait = this.backoff.next();
		if (asked != null) {
			wait = asked;
			this.held = this.held.plus(asked);
			this.deadline += asked.toNanos();
		}
		if (this.held.compareTo(JdkHttpSender.MAX_HOLD) > 0 || wait.compareTo(left()) >= 0) {
			return false;
		}
		this.sender.waits().because(failure);
		this.sender.waits().after(wait, this::attempt);
		return true;
	}

	private Duration left() {
		return Duration.ofNanos(Math.max(1, this.deadline - System.nanoTime()));
	}

	private void fail(LossReason reason, Throwable failure) {
		boolean silent = reason == LossReason.TIMEOUT || failure instanceof HttpConnectTimeoutException;
		boolean tls = "https".equals(this.sender.config().getEndpoint().getScheme());
		this.answer.failed(reason, ExportFailure.describe(failure)
				+ ((silent && tls) ? "; if the port speaks plain HTTP, write http instead of https" : ""));
		this.onError.accept(failure);
	}

}

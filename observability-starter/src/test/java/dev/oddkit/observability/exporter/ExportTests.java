package dev.oddkit.observability.exporter;

import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.opentelemetry.sdk.common.export.GrpcStatusCode;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an export does when its time is nearly over: an attempt whose answer must come too
 * late would deliver what is counted as lost.
 */
class ExportTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(2);

	private static final Duration NEARLY_OVER = Duration.ofMillis(1850);

	private final Waits waits = new Waits();

	private final Answer answer = new Answer();

	@AfterEach
	void close() {
		this.waits.close();
	}

	@Test
	void refusalAtTheLastMomentIsNotRepeated() throws InterruptedException {
		assertThat(attempts(
				(reply) -> reply.complete(new GrpcReply(GrpcStatusCode.UNAVAILABLE, "later", new byte[0], null))))
			.isEqualTo(1);
	}

	@Test
	void connectionThatGoesSilentIsATimeoutAndNotRepeated() throws InterruptedException {
		assertThat(attempts((reply) -> reply.completeExceptionally(new SocketTimeoutException("timeout"))))
			.isEqualTo(1);
		assertThat(this.answer.reason()).isEqualTo(LossReason.TIMEOUT);
	}

	/**
	 * Export something whose first attempt ends when the time is nearly over.
	 * @param end how it ends
	 * @return the number of attempts
	 */
	private int attempts(Consumer<CompletableFuture<GrpcReply>> end) throws InterruptedException {
		AtomicInteger attempts = new AtomicInteger();
		CountDownLatch over = new CountDownLatch(1);
		Route route = new Route(URI.create("http://localhost"), TIMEOUT,
				RetryPolicy.builder().setInitialBackoff(Duration.ofMillis(1)).build(), this.waits);
		new Export<GrpcReply>(route, () -> {
			CompletableFuture<GrpcReply> reply = new CompletableFuture<>();
			if (attempts.incrementAndGet() == 1) {
				this.waits.after(NEARLY_OVER, () -> end.accept(reply));
			}
			return reply;
		}, this.answer, (reply) -> over.countDown(), (failure) -> over.countDown()).start();
		assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
		return attempts.get();
	}

}

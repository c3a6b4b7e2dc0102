package dev.oddkit.observability.otlp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link OtlpReceiver#close()}.
 */
class OtlpReceiverCloseTests {

	@Test
	void letsARunningRequestFinish() throws Exception {
		SlowConsumer consumer = new SlowConsumer();
		OtlpReceiver receiver = OtlpReceiver.builder(consumer).build().start();
		OtlpClient client = new OtlpClient(receiver);
		CompletableFuture<HttpResponse<byte[]>> running = CompletableFuture
			.supplyAsync(() -> client.post("/v1/traces", OtlpRequests.spans(1)));
		assertThat(consumer.entered.await(20, TimeUnit.SECONDS)).isTrue();
		CompletableFuture<Void> closing = CompletableFuture.runAsync(receiver::close);
		Eventually.find("a refusal", () -> client.post("/v1/logs", OtlpRequests.logs(1)),
				(answer) -> answer.statusCode() == 503);
		assertThat(running).isNotDone();
		consumer.leave.countDown();
		assertThat(running.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
		closing.get(20, TimeUnit.SECONDS);
	}

	@Test
	void doesNotWaitForASlowClientForLong() throws Exception {
		OtlpReceiver receiver = OtlpReceiver.builder(new RecordingConsumer()).build().start();
		try (Socket idle = RawClient.open(receiver.port(), "POST /v1/tr");
				Socket slow = RawClient.open(receiver.port(), """
						POST /v1/traces HTTP/1.1
						Host: localhost
						Content-Type: application/json
						Content-Length: 1000

						{""")) {
			long start = System.nanoTime();
			receiver.close();
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
			assertThat(RawClient.isCut(idle)).isTrue();
			assertThat(RawClient.isCut(slow)).isTrue();
		}
	}

	@Test
	void freesThePort() throws IOException {
		OtlpReceiver receiver = OtlpReceiver.builder(new RecordingConsumer()).build().start();
		int port = receiver.port();
		receiver.close();
		receiver.close();
		assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> RawClient.open(port, ""));
		try (OtlpReceiver next = OtlpReceiver.builder(new RecordingConsumer()).port(port).build().start()) {
			assertThat(next.port()).isEqualTo(port);
		}
		assertThatIllegalStateException().isThrownBy(receiver::start).withMessageContaining("build another one");
	}

	/**
	 * Holds on to spans until it is told to leave.
	 */
	private static final class SlowConsumer implements TelemetryConsumer {

		private final CountDownLatch entered = new CountDownLatch(1);

		private final CountDownLatch leave = new CountDownLatch(1);

		@Override
		public void spans(List<Span> spans) {
			this.entered.countDown();
			try {
				assertThat(this.leave.await(20, TimeUnit.SECONDS)).isTrue();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public void logs(List<LogRecord> logs) {
		}

		@Override
		public void metrics(List<Metric> metrics) {
		}

	}

}

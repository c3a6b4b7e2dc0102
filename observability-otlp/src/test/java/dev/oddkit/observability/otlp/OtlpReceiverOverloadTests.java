package dev.oddkit.observability.otlp;

import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OtlpReceiver} under more requests than it serves at once.
 */
class OtlpReceiverOverloadTests {

	private static final String REQUEST = """
			POST /v1/logs HTTP/1.1
			Host: localhost
			Content-Type: application/json
			Content-Length: 2
			Connection: close

			{}""";

	@Test
	void servesTwentySendersAtOnce() throws Exception {
		RecordingConsumer consumer = new RecordingConsumer();
		try (OtlpReceiver receiver = OtlpReceiver.builder(consumer).build().start()) {
			OtlpClient client = new OtlpClient(receiver);
			List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
			List<Thread> senders = IntStream.range(0, 20).mapToObj((i) -> new Thread(() -> {
				for (int request = 0; request < 10; request++) {
					statuses.add(client.post("/v1/traces", OtlpRequests.spans(100)).statusCode());
				}
			})).toList();
			senders.forEach(Thread::start);
			for (Thread sender : senders) {
				sender.join(TimeUnit.SECONDS.toMillis(60));
			}
			assertThat(statuses).hasSize(200).containsOnly(200);
			assertThat(consumer.spans()).hasSize(20_000);
			assertThat(receiver.stats().spans()).isEqualTo(20_000);
		}
	}

	@Test
	void closesConnectionsBeyondThoseThatMayWait() throws Exception {
		CountDownLatch leave = new CountDownLatch(1);
		BlockingConsumer consumer = new BlockingConsumer(leave);
		List<Socket> sockets = new ArrayList<>();
		try (OtlpReceiver receiver = OtlpReceiver.builder(consumer).maxConcurrentRequests(1).build().start()) {
			for (int i = 0; i < 1 + 256 + 3; i++) {
				sockets.add(RawClient.open(receiver.port(), REQUEST));
			}
			Eventually.find("three refusals", receiver::stats, (stats) -> stats.rejected(Rejection.BUSY) == 3);
			leave.countDown();
			int answered = 0;
			for (Socket socket : sockets) {
				answered += RawClient.isCut(socket) ? 0 : 1;
			}
			assertThat(answered).isEqualTo(257);
		}
		finally {
			for (Socket socket : sockets) {
				socket.close();
			}
		}
	}

	/**
	 * Holds on to log records until it may leave.
	 *
	 * @param leave opens when it may
	 */
	private record BlockingConsumer(CountDownLatch leave) implements TelemetryConsumer {

		@Override
		public void spans(List<Span> spans) {
		}

		@Override
		public void logs(List<LogRecord> logs) {
			try {
				assertThat(this.leave.await(60, TimeUnit.SECONDS)).isTrue();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public void metrics(List<Metric> metrics) {
		}

	}

}

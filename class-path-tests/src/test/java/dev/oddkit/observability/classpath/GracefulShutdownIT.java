package dev.oddkit.observability.classpath;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;
import dev.oddkit.observability.otlp.Metric;
import dev.oddkit.observability.otlp.SpanKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service that is asked to end while it works on a request.
 */
class GracefulShutdownIT {

	private final CountDownLatch called = new CountDownLatch(1);

	private final CountDownLatch answer = new CountDownLatch(1);

	private HttpServer slow;

	@BeforeEach
	void start() throws IOException {
		this.slow = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.slow.createContext("/", (exchange) -> {
			this.called.countDown();
			try {
				this.answer.await(1, TimeUnit.MINUTES);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			exchange.sendResponseHeaders(204, -1);
			exchange.close();
		});
		this.slow.start();
	}

	@AfterEach
	void stop() {
		this.slow.stop(0);
	}

	@Test
	void whatEndsWhileTheServerDrainsArrives() throws Exception {
		try (RunningApplication application = RunningApplication.of("servlet")
			.property("observability.metrics.to=otlp")
			.start()) {
			int port = application.port(1);
			CompletableFuture<String> traceId = CompletableFuture
				.supplyAsync(() -> application.getTraced("/relay/" + this.slow.getAddress().getPort() + "/Ada"));
			assertThat(this.called.await(1, TimeUnit.MINUTES)).as("port %s", port).isTrue();
			CompletableFuture<Integer> end = CompletableFuture.supplyAsync(application::stop);
			Eventually.so("the server drains", () -> application.log().contains("Commencing graceful shutdown"));
			this.answer.countDown();
			assertThat(end.get(1, TimeUnit.MINUTES)).as(application.log()).isEqualTo(143);
			assertThat(application.spans(traceId.get(1, TimeUnit.MINUTES))).extracting("kind")
				.containsExactlyInAnyOrder(SpanKind.SERVER, SpanKind.CLIENT);
			assertThat(application.received().metrics()).extracting(Metric::name)
				.contains("http.server.request.duration", "http.client.request.duration");
		}
	}

}

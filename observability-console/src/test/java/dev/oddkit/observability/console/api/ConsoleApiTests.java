package dev.oddkit.observability.console.api;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.SplittableRandom;

import dev.oddkit.observability.console.TestConsole;
import dev.oddkit.observability.console.sample.SampleShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConsoleApi}.
 */
class ConsoleApiTests {

	private final TestConsole console = new TestConsole();

	@AfterEach
	void stop() {
		this.console.close();
	}

	@Test
	void tellsWhatItHoldsAndWhatItRefused() {
		send();
		this.console.send(HttpRequest.newBuilder(URI.create(this.console.otlpEndpoint() + "/v1/traces"))
			.header("Content-Type", "text/plain")
			.POST(HttpRequest.BodyPublishers.ofString("hello")));
		JsonNode state = this.console.get("/api/state");
		assertThat(state.path("otlpEndpoint").asString()).isEqualTo(this.console.otlpEndpoint());
		assertThat(state.path("limits").path("maxSpans").asInt()).isEqualTo(50_000);
		assertThat(state.path("stats").path("traces").path("traces").asInt()).isOne();
		assertThat(state.path("stats").path("logs").path("logs").asInt()).isPositive();
		assertThat(state.path("receiver").path("rejectedRequests").path("MEDIA_TYPE").asInt()).isOne();
	}

	@Test
	void listsEveryServiceOnce() {
		send();
		assertThat(this.console.get("/api/services")).hasToString("[\"gateway\",\"inventory\",\"orders\"]");
	}

	@Test
	void drawsTheShop() {
		send();
		assertThat(this.console.get("/api/map").path("edges"))
			.extracting((edge) -> edge.path("from").asString() + " -> " + edge.path("to").asString())
			.contains("gateway -> orders", "orders -> inventory", "orders -> h2database orders",
					"inventory -> h2database inventory");
	}

	@Test
	void clearsWhenThePageAsks() {
		send();
		int status = this.console
			.send(HttpRequest.newBuilder(this.console.uri("/api/clear"))
				.header("X-Console", "1")
				.POST(HttpRequest.BodyPublishers.noBody()))
			.statusCode();
		assertThat(status).isEqualTo(204);
		assertThat(this.console.get("/api/traces").path("total").asInt()).isZero();
		assertThat(this.console.get("/api/state").path("stats").path("traces").path("spansCleared").asInt())
			.isPositive();
	}

	private void send() {
		SampleShop.order(1_700_000_000_000_000_000L, new SplittableRandom(42)).post(this.console.otlp());
	}

}

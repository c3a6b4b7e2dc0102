package dev.oddkit.demo.gateway.traffic;

import dev.oddkit.demo.gateway.ShopStandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Traffic in fast motion, over real HTTP.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "shop.traffic.interval=10ms", "shop.traffic.duration=3s" })
@Import(ShopStandIn.Configuration.class)
class TrafficControllerTests {

	private static final String ORDER = """
			{"id": "7d7fd0a6-6a4d-4c0f-9a6f-000000000001", "customer": "Ada", "status": "CONFIRMED",
			"createdAt": "2026-11-23T10:00:00Z", "items": [], "total": 24.00}""";

	@LocalServerPort
	private int port;

	@Autowired
	private ShopStandIn shop;

	private RestTestClient client;

	@BeforeEach
	void connect() {
		this.client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + this.port).build();
	}

	@AfterEach
	void stop() {
		traffic(HttpMethod.DELETE);
	}

	@Test
	void placesOrdersUntilStopped() {
		this.shop.answers("POST /orders", 201, ORDER);
		assertThat(traffic(HttpMethod.POST).running()).isTrue();
		await().until(() -> traffic(HttpMethod.GET).confirmed() >= 5);
		TrafficState stopped = traffic(HttpMethod.DELETE);
		assertThat(stopped.running()).isFalse();
		assertThat(stopped.endsAt()).isNull();
	}

	@Test
	void endsByItself() {
		this.shop.answers("POST /orders", 201, ORDER);
		traffic(HttpMethod.POST);
		await().until(() -> !traffic(HttpMethod.GET).running());
	}

	@Test
	void startingTwiceKeepsTheRun() {
		this.shop.answers("POST /orders", 201, ORDER);
		TrafficState first = traffic(HttpMethod.POST);
		assertThat(traffic(HttpMethod.POST).endsAt()).isEqualTo(first.endsAt());
	}

	@Test
	void restocksWhatIsSoldOut() {
		this.shop.answers("POST /orders", 409, "{\"status\": 409}");
		this.shop.answers("POST /restocks", 200, "{\"sku\": \"MUG-01\", \"available\": 40}");
		traffic(HttpMethod.POST);
		await().until(() -> traffic(HttpMethod.GET).refused() >= 2);
		assertThat(this.shop.received()).anyMatch((request) -> request.startsWith("POST /restocks "));
	}

	@Test
	void goesOnWhileTheShopIsBroken() {
		this.shop.answers("POST /orders", 500, "{\"status\": 500}");
		traffic(HttpMethod.POST);
		await().until(() -> traffic(HttpMethod.GET).failed() >= 2);
		this.shop.answers("POST /orders", 201, ORDER);
		await().until(() -> traffic(HttpMethod.GET).confirmed() >= 1);
	}

	private TrafficState traffic(HttpMethod method) {
		TrafficState state = this.client.method(method)
			.uri("/api/traffic")
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(TrafficState.class)
			.getResponseBody();
		assertThat(state).isNotNull();
		return state;
	}

}

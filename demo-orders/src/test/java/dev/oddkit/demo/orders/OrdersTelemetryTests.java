package dev.oddkit.demo.orders;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The metrics of orders as they are scraped.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.http.clients.read-timeout=3s")
@Import(InventoryStandIn.Configuration.class)
class OrdersTelemetryTests {

	@LocalServerPort
	private int port;

	private RestTestClient client;

	@BeforeEach
	void placeAnOrder() {
		this.client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + this.port).build();
		this.client.post()
			.uri("/orders")
			.body(Map.of("customer", "Ada", "sku", "MUG-01", "quantity", 2))
			.exchange()
			.expectStatus()
			.isCreated();
	}

	@Test
	void requestsAreCountedByThePatternOfTheirEndpoint() {
		get("/orders/7d7fd0a6-6a4d-4c0f-9a6f-000000000001");
		assertThat(scrape()).containsPattern("http_requests_total\\{endpoint=\"/orders/\\{id}\".*} [1-9]")
			.containsPattern("http_requests_total\\{endpoint=\"/orders\".*} [1-9]")
			.doesNotContain("endpoint=\"/orders/7d7fd0a6");
	}

	@Test
	void valueOfOrdersIsAHistogramInEuros() {
		assertThat(scrape()).containsPattern("shop_order_value_EUR_bucket\\{.*le=\"25.0\"} [1-9]")
			.containsPattern("shop_order_value_EUR_sum\\{.*} [1-9]");
	}

	@Test
	void confirmationsAreTimed() {
		await()
			.untilAsserted(() -> assertThat(scrape()).containsPattern("shop_confirmation_seconds_count\\{.*} [1-9]"));
	}

	private String scrape() {
		return get("/actuator/prometheus");
	}

	private String get(String path) {
		return String
			.valueOf(this.client.get().uri(path).exchange().expectBody(String.class).returnResult().getResponseBody());
	}

}

package dev.oddkit.demo.inventory;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The metrics of inventory as they are scraped.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class InventoryTelemetryTests {

	@LocalServerPort
	private int port;

	private RestTestClient client;

	@BeforeEach
	void connect() {
		this.client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + this.port).build();
	}

	@Test
	void stockIsAGaugeForEachProductThatFollowsTheShelf() {
		assertThat(scrape()).containsPattern("shop_stock\\{.*sku=\"LAMP-01\"} 25.0");
		reserve("LAMP-01", 5).expectStatus().isCreated();
		assertThat(scrape()).containsPattern("shop_stock\\{.*sku=\"LAMP-01\"} 20.0");
	}

	@Test
	void reservationsAreTimedByOutcome() {
		reserve("SOCK-01", 1).expectStatus().isCreated();
		reserve("SOCK-01", 1000).expectStatus().isEqualTo(HttpStatus.CONFLICT);
		assertThat(scrape()).containsPattern("shop_reservation_seconds_count\\{.*outcome=\"reserved\".*} [1-9]")
			.containsPattern("shop_reservation_seconds_count\\{.*outcome=\"refused\".*} [1-9]");
	}

	private ResponseSpec reserve(String sku, int quantity) {
		return this.client.post()
			.uri("/reservations")
			.body(Map.of("orderId", UUID.randomUUID(), "sku", sku, "quantity", quantity))
			.exchange();
	}

	private String scrape() {
		return String.valueOf(this.client.get()
			.uri("/actuator/prometheus")
			.exchange()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody());
	}

}

package dev.oddkit.demo.inventory.faults;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The faults over real HTTP.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class FaultsControllerTests {

	private final String sku = "T-" + UUID.randomUUID().toString().substring(0, 8);

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	private RestTestClient client;

	@BeforeEach
	void putTenOnTheShelf() {
		this.jdbc.sql("insert into product (sku, name, price) values (?, 'Test item', 2.50)").param(this.sku).update();
		this.jdbc.sql("insert into stock (sku, available) values (?, 10)").param(this.sku).update();
		this.client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + this.port).build();
	}

	@Test
	void failureIsAProblemDetailWithoutTheInside() {
		post("/faults/failure").expectStatus()
			.isEqualTo(500)
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("Something unexpected happened in inventory. Its log has the reason.")
			.jsonPath("$.trace")
			.doesNotExist();
	}

	@Test
	void reservationWaitsForTheStockTake() {
		post("/faults/stock-take?millis=700&sku=" + this.sku).expectStatus().isOk();
		long start = System.nanoTime();
		this.client.post()
			.uri("/reservations")
			.body(Map.of("orderId", UUID.randomUUID(), "sku", this.sku, "quantity", 1))
			.exchange()
			.expectStatus()
			.isCreated();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(400),
				Duration.ofSeconds(10));
	}

	@Test
	void stockTakeRefusesMoreThanTenSeconds() {
		post("/faults/stock-take?millis=10001&sku=" + this.sku).expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("millis is 10001; it must be 1 to 10000.");
	}

	@Test
	void stockTakeOfAnUnknownProductIsNotFoundAndHoldsNothing() {
		await().untilAsserted(() -> post("/faults/stock-take?sku=NONE-99").expectStatus().isNotFound());
		await().untilAsserted(() -> post("/faults/stock-take?sku=NONE-99").expectStatus().isNotFound());
	}

	private ResponseSpec post(String path) {
		return this.client.post().uri(path).exchange();
	}

}

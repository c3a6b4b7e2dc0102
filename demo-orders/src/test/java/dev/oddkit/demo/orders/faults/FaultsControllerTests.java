package dev.oddkit.demo.orders.faults;

import dev.oddkit.demo.orders.InventoryStandIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The faults over real HTTP.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.http.clients.read-timeout=1s")
@Import(InventoryStandIn.Configuration.class)
class FaultsControllerTests {

	@LocalServerPort
	private int port;

	private RestTestClient client;

	@BeforeEach
	void connect() {
		this.client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + this.port).build();
	}

	@Test
	void failureOfInventoryIsABadGateway() {
		this.client.post()
			.uri("/faults/failure")
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.BAD_GATEWAY)
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("Inventory failed or is not there.");
	}

	@Test
	void chattyListReadsTheSameAsTheJoinedOne() {
		// a confirmation of another test may arrive in between
		await().untilAsserted(
				() -> assertThat(get("/faults/n-plus-one")).contains("\"sku\":").isEqualTo(get("/orders?limit=20")));
	}

	private String get(String path) {
		return this.client.get().uri(path).exchange().expectBody(String.class).returnResult().getResponseBody();
	}

}

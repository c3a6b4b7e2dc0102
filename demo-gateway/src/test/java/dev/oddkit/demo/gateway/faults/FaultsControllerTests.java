package dev.oddkit.demo.gateway.faults;

import dev.oddkit.demo.gateway.ShopStandIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The faults over real HTTP: what each of them asks of the services.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.http.clients.read-timeout=1s")
@Import(ShopStandIn.Configuration.class)
class FaultsControllerTests {

	private static final String ORDER = """
			{"id": "7d7fd0a6-6a4d-4c0f-9a6f-000000000001", "customer": "Trouble", "status": "CONFIRMED",
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

	@Test
	void outOfStockOrdersMoreThanAShelfHolds() {
		this.shop.answers("POST /orders", 409, "{\"status\": 409, \"title\": \"Out of stock\"}");
		fault("out-of-stock").expectStatus().isEqualTo(HttpStatus.CONFLICT);
		assertThat(this.shop.received()).anyMatch((request) -> request.contains("\"quantity\":1000"));
	}

	@Test
	void validationSendsAnEmptyOrderAndPassesTheFieldErrorsOn() {
		this.shop.answers("POST /orders", 400,
				"{\"status\": 400, \"errors\": [{\"field\": \"sku\", \"message\": \"must not be blank\"}]}");
		fault("validation").expectStatus().isBadRequest().expectBody().jsonPath("$.errors[0].field").isEqualTo("sku");
	}

	@Test
	void slowTakesStockOfSomethingThatIsThereAndOrdersIt() {
		this.shop.answers("GET /products", 200, """
				[{"sku": "GONE-01", "name": "Gone", "price": 1, "available": 0},
				{"sku": "HERE-01", "name": "Here", "price": 1, "available": 5}]""");
		this.shop.answers("POST /faults/stock-take?sku=HERE-01&millis=300", 200, "");
		this.shop.answers("POST /orders", 201, ORDER);
		fault("slow?millis=300").expectStatus().isOk();
		assertThat(this.shop.received())
			.anyMatch((request) -> request.startsWith("POST /orders ") && request.contains("HERE-01"));
	}

	@Test
	void slowWithNothingOnTheShelfSaysSo() {
		this.shop.answers("GET /products", 200, "[]");
		fault("slow").expectStatus().isEqualTo(HttpStatus.CONFLICT);
	}

	@Test
	void failureIsABadGateway() {
		this.shop.answers("POST /faults/failure", 502, "{\"status\": 502, \"detail\": \"Inventory failed.\"}");
		fault("failure").expectStatus()
			.isEqualTo(HttpStatus.BAD_GATEWAY)
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("Inventory failed.");
	}

	@Test
	void chattyReadsBothListsAndCompares() {
		this.shop.answers("GET /orders?limit=20", 200, "[" + ORDER + "," + ORDER + "]");
		this.shop.answers("GET /faults/n-plus-one", 200, "[" + ORDER + "," + ORDER + "]");
		fault("n-plus-one").expectBody()
			.jsonPath("$.joinedQueries")
			.isEqualTo(1)
			.jsonPath("$.chattyQueries")
			.isEqualTo(3);
	}

	private ResponseSpec fault(String name) {
		return this.client.post().uri("/api/faults/" + name).exchange();
	}

}

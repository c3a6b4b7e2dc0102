package dev.oddkit.demo.gateway;

import java.util.Map;
import java.util.UUID;

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
 * The REST API over real HTTP, with a stand-in for both services behind it.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.http.clients.read-timeout=1s")
@Import(ShopStandIn.Configuration.class)
class ShopControllerTests {

	static final String ORDER = """
			{"id": "7d7fd0a6-6a4d-4c0f-9a6f-000000000001", "customer": "Ada", "status": "CONFIRMED", "reason": null,
			"createdAt": "2026-11-23T10:00:00Z", "confirmationSentAt": null,
			"items": [{"sku": "MUG-01", "quantity": 2, "unitPrice": 12.00}], "total": 24.00}""";

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
	void tellsThePageWhereTracesAre() {
		this.client.get()
			.uri("/api/config")
			.exchange()
			.expectBody()
			.jsonPath("$.traceUrl")
			.isEqualTo("http://127.0.0.1:8888/#/trace/{traceId}");
	}

	@Test
	void passesOrdersOn() {
		this.shop.answers("POST /orders", 201, ORDER);
		place("Ada").expectStatus().isCreated().expectBody().jsonPath("$.total").isEqualTo(24.0);
		assertThat(this.shop.received())
			.anyMatch((request) -> request.startsWith("POST /orders ") && request.contains("\"customer\":\"Ada\""));
	}

	@Test
	void readsOrdersAndProducts() {
		UUID id = UUID.randomUUID();
		this.shop.answers("GET /orders?limit=7", 200, "[" + ORDER + "]");
		this.shop.answers("GET /orders/" + id, 200, ORDER);
		this.shop.answers("GET /products", 200,
				"[{\"sku\": \"MUG-01\", \"name\": \"Enamel mug\", \"price\": 12.00, \"available\": 3}]");
		get("/api/orders?limit=7").expectBody().jsonPath("$[0].items[0].sku").isEqualTo("MUG-01");
		get("/api/orders/" + id).expectBody().jsonPath("$.customer").isEqualTo("Ada");
		get("/api/products").expectBody().jsonPath("$[0].available").isEqualTo(3);
	}

	@Test
	void passesRestocksOn() {
		this.shop.answers("POST /restocks", 200, "{\"sku\": \"MUG-01\", \"available\": 23}");
		this.client.post()
			.uri("/api/restocks")
			.body(Map.of("sku", "MUG-01", "quantity", 20))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.available")
			.isEqualTo(23);
	}

	@Test
	void passesOnWhyAnOrderIsDeclined() {
		this.shop.answers("GET /orders/00000000-0000-0000-0000-000000000409", 409,
				"""
						{"status": 409, "title": "Out of stock", "detail": "Too many.", "orderId": "7", "instance": "/orders"}""");
		get("/api/orders/00000000-0000-0000-0000-000000000409").expectStatus()
			.isEqualTo(HttpStatus.CONFLICT)
			.expectBody()
			.jsonPath("$.title")
			.isEqualTo("Out of stock")
			.jsonPath("$.detail")
			.isEqualTo("Too many.")
			.jsonPath("$.orderId")
			.isEqualTo("7")
			.jsonPath("$.instance")
			.isEqualTo("/api/orders/00000000-0000-0000-0000-000000000409");
	}

	@Test
	void brokenServiceIsABadGatewayThatSaysWhatItSaid() {
		this.shop.answers("GET /orders?limit=50", 500, "{\"status\": 500, \"detail\": \"Orders is upset.\"}");
		expectProblem("/api/orders?limit=50", HttpStatus.BAD_GATEWAY, "Orders is upset.");
	}

	@Test
	void serviceThatHangsUpIsABadGatewayWithItsName() {
		this.shop.hangsUp("GET /orders?limit=51");
		get("/api/orders?limit=51").expectStatus()
			.isEqualTo(HttpStatus.BAD_GATEWAY)
			.expectBody()
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail).startsWith("orders cannot be reached at http://"));
	}

	@Test
	void silentServiceIsAGatewayTimeout() {
		this.shop.neverAnswers("GET /orders?limit=52");
		expectProblem("/api/orders?limit=52", HttpStatus.GATEWAY_TIMEOUT, "orders did not answer in time.");
	}

	@Test
	void timeoutBehindAServiceIsAGatewayTimeout() {
		this.shop.answers("GET /orders?limit=53", 504, "{\"status\": 504, \"detail\": \"Inventory is late.\"}");
		expectProblem("/api/orders?limit=53", HttpStatus.GATEWAY_TIMEOUT, "Inventory is late.");
	}

	@Test
	void somethingElseAtTheAddressIsABadGateway() {
		expectProblem("/api/orders?limit=54", HttpStatus.BAD_GATEWAY,
				"A service answered 404 and did not say why. " + "Are shop.orders.url and shop.inventory.url right?");
	}

	@Test
	void answerThatIsNoOrderListIsABadGateway() {
		this.shop.answers("GET /orders?limit=55", 200, "{\"hello\": 1}");
		expectProblem("/api/orders?limit=55", HttpStatus.BAD_GATEWAY, "A service gave an answer that cannot be read.");
	}

	private void expectProblem(String path, HttpStatus status, String detail) {
		get(path).expectStatus().isEqualTo(status).expectBody().jsonPath("$.detail").isEqualTo(detail);
	}

	private ResponseSpec place(String customer) {
		return this.client.post()
			.uri("/api/orders")
			.body(Map.of("customer", customer, "sku", "MUG-01", "quantity", 2))
			.exchange();
	}

	private ResponseSpec get(String path) {
		return this.client.get().uri(path).exchange();
	}

}

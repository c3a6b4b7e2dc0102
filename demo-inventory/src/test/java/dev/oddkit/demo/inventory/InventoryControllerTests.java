package dev.oddkit.demo.inventory;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shelf over real HTTP.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class InventoryControllerTests {

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
	void listsProductsWithPriceAndStock() {
		this.client.get()
			.uri("/products")
			.exchange()
			.expectBody(Product[].class)
			.value((products) -> assertThat(products)
				.contains(new Product(this.sku, "Test item", new BigDecimal("2.50"), 10))
				.extracting(Product::sku)
				.contains("MUG-01", "VINYL-01"));
	}

	@Test
	void reservationTakesItemsFromTheShelf() {
		reserve(UUID.randomUUID(), 3).expectStatus()
			.isCreated()
			.expectBody()
			.jsonPath("$.quantity")
			.isEqualTo(3)
			.jsonPath("$.unitPrice")
			.isEqualTo(2.5);
		assertThat(available()).isEqualTo(7);
	}

	@Test
	void outOfStockIsAConflictAndTakesNothing() {
		reserve(UUID.randomUUID(), 11).expectStatus()
			.isEqualTo(HttpStatus.CONFLICT)
			.expectBody()
			.jsonPath("$.title")
			.isEqualTo("Out of stock")
			.jsonPath("$.detail")
			.isEqualTo("11 of " + this.sku + " wanted, 10 on the shelf. Order fewer, or restock.");
		assertThat(available()).isEqualTo(10);
	}

	@Test
	void refusedOrderMayTryAgain() {
		UUID order = UUID.randomUUID();
		reserve(order, 11).expectStatus().isEqualTo(HttpStatus.CONFLICT);
		reserve(order, 4).expectStatus().isCreated();
		assertThat(available()).isEqualTo(6);
	}

	@Test
	void sameReservationTwiceTakesItemsOnce() {
		UUID order = UUID.randomUUID();
		reserve(order, 4).expectStatus().isCreated();
		reserve(order, 4).expectStatus().isCreated();
		assertThat(available()).isEqualTo(6);
	}

	@Test
	void differentReservationForTheSameOrderIsAConflict() {
		UUID order = UUID.randomUUID();
		reserve(order, 4).expectStatus().isCreated();
		reserve(order, 5).expectStatus()
			.isEqualTo(HttpStatus.CONFLICT)
			.expectBody()
			.jsonPath("$.title")
			.isEqualTo("Already reserved");
		assertThat(available()).isEqualTo(6);
	}

	@Test
	void unknownProductIsNotFound() {
		post("/reservations", Map.of("orderId", UUID.randomUUID(), "sku", "NONE-99", "quantity", 1)).expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("There is no product NONE-99. GET /products lists them.");
		this.client.get().uri("/stock/NONE-99").exchange().expectStatus().isNotFound();
	}

	@Test
	void badReservationNamesEachField() {
		post("/reservations", Map.of("sku", " ", "quantity", 0)).expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[?(@.field == 'sku')]")
			.exists()
			.jsonPath("$.errors[?(@.field == 'orderId')]")
			.exists()
			.jsonPath("$.errors[?(@.field == 'quantity')]")
			.exists();
	}

	@Test
	void restockPutsItemsOnTheShelf() {
		post("/restocks", Map.of("sku", this.sku, "quantity", 15)).expectStatus()
			.isOk()
			.expectBody(StockLevel.class)
			.isEqualTo(new StockLevel(this.sku, 25));
	}

	@Test
	void shelfHasAnEnd() {
		post("/restocks", Map.of("sku", this.sku, "quantity", 491)).expectStatus()
			.isEqualTo(HttpStatus.CONFLICT)
			.expectBody()
			.jsonPath("$.title")
			.isEqualTo("Shelf full");
		assertThat(available()).isEqualTo(10);
	}

	private ResponseSpec reserve(UUID order, int quantity) {
		return post("/reservations", Map.of("orderId", order, "sku", this.sku, "quantity", quantity));
	}

	private ResponseSpec post(String path, Object body) {
		return this.client.post().uri(path).body(body).exchange();
	}

	private int available() {
		StockLevel level = this.client.get()
			.uri("/stock/{sku}", this.sku)
			.exchange()
			.returnResult(StockLevel.class)
			.getResponseBody();
		assertThat(level).isNotNull();
		return level.available();
	}

}

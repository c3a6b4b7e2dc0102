package dev.oddkit.demo.orders;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
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
import static org.awaitility.Awaitility.await;

/**
 * The order book over real HTTP.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.http.clients.read-timeout=3s")
@Import(InventoryStandIn.Configuration.class)
class OrdersControllerTests {

	private final String sku = "T-" + UUID.randomUUID().toString().substring(0, 8);

	private final String customer = "Customer " + this.sku;

	@LocalServerPort
	private int port;

	@Autowired
	private InventoryStandIn inventory;

	@Autowired
	private DataSource dataSource;

	private RestTestClient client;

	@BeforeEach
	void connect() {
		this.client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + this.port).build();
	}

	@Test
	void reservedOrderIsConfirmedAndHasItsTotal() {
		Order order = place(3).expectStatus().isCreated().returnResult(Order.class).getResponseBody();
		assertThat(order).isNotNull();
		assertThat(order.status()).isEqualTo(Order.Status.CONFIRMED);
		assertThat(order.total()).isEqualByComparingTo("30");
		assertThat(order.items()).singleElement()
			.satisfies((item) -> assertThat(item.unitPrice()).isEqualByComparingTo(BigDecimal.TEN));
	}

	@Test
	void createdOrderIsWhereTheLocationSays() {
		String location = place(1).expectStatus().isCreated().returnResult().getResponseHeaders().getFirst("Location");
		this.client.get()
			.uri(String.valueOf(location))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.customer")
			.isEqualTo(this.customer)
			.jsonPath("$.total")
			.isEqualTo(10.0);
	}

	@Test
	void ordersAreTakenAfterThePoolHasReplacedItsConnections() throws SQLException {
		place(1).expectStatus().isCreated();
		this.dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
		place(1).expectStatus().isCreated();
	}

	@Test
	void confirmationFollowsByItself() {
		place(1).expectStatus().isCreated();
		await().untilAsserted(() -> assertThat(mine().confirmationSentAt()).isNotNull());
	}

	@Test
	void outOfStockIsAConflictAndTheOrderIsRejected() {
		this.inventory.refuses(this.sku, 409, "Out of stock", "5 wanted, 2 on the shelf.");
		place(5).expectStatus()
			.isEqualTo(HttpStatus.CONFLICT)
			.expectBody()
			.jsonPath("$.title")
			.isEqualTo("Out of stock")
			.jsonPath("$.detail")
			.isEqualTo("5 wanted, 2 on the shelf.")
			.jsonPath("$.orderId")
			.isEqualTo(mine().id().toString());
		assertThat(mine().status()).isEqualTo(Order.Status.REJECTED);
		assertThat(mine().reason()).isEqualTo("5 wanted, 2 on the shelf.");
		assertThat(mine().total()).isZero();
	}

	@Test
	void unknownProductCannotBeProcessed() {
		this.inventory.refuses(this.sku, 404, "Unknown product", "There is none.");
		place(1).expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(mine().status()).isEqualTo(Order.Status.REJECTED);
	}

	@Test
	void badOrderNamesEachFieldAndIsNotStored() {
		post(Map.of("customer", "", "sku", "", "quantity", 0)).expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.errors[?(@.field == 'customer')].message")
			.isEqualTo("must not be blank")
			.jsonPath("$.errors[?(@.field == 'sku')]")
			.exists()
			.jsonPath("$.errors[?(@.field == 'quantity')]")
			.exists();
		assertThat(newest()).extracting(Order::customer).doesNotContain("");
	}

	@Test
	void silentInventoryIsAGatewayTimeoutAndTheOrderStaysPending() {
		this.inventory.neverAnswers(this.sku);
		place(1).expectStatus()
			.isEqualTo(HttpStatus.GATEWAY_TIMEOUT)
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("Inventory did not answer in time.");
		assertThat(mine().status()).isEqualTo(Order.Status.PENDING);
	}

	@Test
	void brokenInventoryIsABadGatewayAndTheOrderStaysPending() {
		this.inventory.hangsUp(this.sku);
		place(1).expectStatus().isEqualTo(HttpStatus.BAD_GATEWAY);
		assertThat(mine().status()).isEqualTo(Order.Status.PENDING);
	}

	@Test
	void unknownOrderIsNotFound() {
		UUID id = UUID.randomUUID();
		this.client.get()
			.uri("/orders/" + id)
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("There is no order " + id + ". GET /orders lists the newest.");
	}

	@Test
	void listHasALimit() {
		this.client.get().uri("/orders?limit=101").exchange().expectStatus().isBadRequest();
		this.client.get()
			.uri("/orders?limit=5")
			.exchange()
			.expectBody(Order[].class)
			.value((orders) -> assertThat(orders).hasSize(5));
	}

	private ResponseSpec place(int quantity) {
		return post(Map.of("customer", this.customer, "sku", this.sku, "quantity", quantity));
	}

	private ResponseSpec post(Object body) {
		return this.client.post().uri("/orders").body(body).exchange();
	}

	private List<Order> newest() {
		Order[] orders = this.client.get()
			.uri("/orders?limit=100")
			.exchange()
			.returnResult(Order[].class)
			.getResponseBody();
		assertThat(orders).isNotNull();
		return List.of(orders);
	}

	private Order mine() {
		return newest().stream().filter((order) -> order.customer().equals(this.customer)).findFirst().orElseThrow();
	}

}

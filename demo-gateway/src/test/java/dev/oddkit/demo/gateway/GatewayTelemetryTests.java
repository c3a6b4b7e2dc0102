package dev.oddkit.demo.gateway;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What can be seen of the gateway from outside: the trace id it answers with, and its
 * metrics when they are scraped.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.http.clients.read-timeout=3s")
@Import(ShopStandIn.Configuration.class)
class GatewayTelemetryTests {

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
	void answersWithTheTraceThatItPassedOn() {
		this.shop.answers("POST /orders", 201, ShopControllerTests.ORDER);
		String traceId = checkout().expectStatus()
			.isCreated()
			.returnResult()
			.getResponseHeaders()
			.getFirst("X-Trace-Id");
		assertThat(traceId).matches("[0-9a-f]{32}");
		assertThat(this.shop.traceParents()).anyMatch((parent) -> parent.startsWith("00-" + traceId));
	}

	@Test
	void problemDetailCarriesTheTraceIdOfTheHeader() {
		this.shop.answers("POST /orders", 409, "{\"status\": 409}");
		ResponseSpec refused = checkout();
		HttpHeaders headers = refused.returnResult().getResponseHeaders();
		refused.expectBody().jsonPath("$.traceId").isEqualTo(String.valueOf(headers.getFirst("X-Trace-Id")));
	}

	@Test
	void checkoutsAreCountedByOutcome() {
		this.shop.answers("POST /orders", 201, ShopControllerTests.ORDER);
		checkout();
		this.shop.answers("POST /orders", 409, "{\"status\": 409}");
		checkout();
		this.shop.answers("POST /orders", 500, "{\"status\": 500}");
		checkout();
		assertThat(scrape()).containsPattern("shop_checkout_seconds_count\\{.*outcome=\"confirmed\".*} [1-9]")
			.containsPattern("shop_checkout_seconds_count\\{.*outcome=\"refused\".*} [1-9]")
			.containsPattern("shop_checkout_seconds_count\\{.*outcome=\"failed\".*} [1-9]");
	}

	private ResponseSpec checkout() {
		return this.client.post()
			.uri("/api/orders")
			.body(Map.of("customer", "Ada", "sku", "MUG-01", "quantity", 2))
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

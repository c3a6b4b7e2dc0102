package dev.oddkit.demo.gateway.faults;

import dev.oddkit.demo.gateway.ShopStandIn;
import dev.oddkit.demo.gateway.faults.FloodState.Phase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The label flood over real HTTP.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.http.clients.read-timeout=3s")
@Import(ShopStandIn.Configuration.class)
class LabelFloodControllerTests {

	@LocalServerPort
	private int port;

	@Autowired
	private MeterRegistry meters;

	private RestTestClient client;

	@BeforeEach
	void connect() {
		this.client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + this.port).build();
	}

	@AfterEach
	void stopAndWaitForItsEnd() {
		flood(HttpMethod.DELETE, "");
		start(1);
		await().until(() -> state().phase() == Phase.FINISHED);
	}

	@Test
	void countsEveryUserOnce() {
		double before = counted();
		start(2500);
		await().until(() -> state().phase() == Phase.FINISHED);
		assertThat(state().done()).isEqualTo(2500);
		assertThat(counted() - before).isEqualTo(2500);
	}

	@Test
	void countsOneTenantAsOften() {
		double before = counted("acme") + counted("other");
		start("5&tenant=acme");
		await().until(() -> state().phase() == Phase.FINISHED);
		assertThat(counted("acme") + counted("other") - before).isEqualTo(5);
	}

	@Test
	void stopsWhenAsked() {
		start(200_000);
		flood(HttpMethod.DELETE, "").expectStatus().isOk();
		assertThat(state().phase()).isEqualTo(Phase.STOPPED);
		assertThat(state().done()).isLessThan(200_000);
	}

	@Test
	void secondFloodIsAConflict() {
		start(200_000);
		flood(HttpMethod.POST, "?users=1").expectStatus().isEqualTo(HttpStatus.CONFLICT);
	}

	@Test
	void moreUsersThanMemoryHasRoomForAreRefused() {
		flood(HttpMethod.POST, "?users=200001").expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.detail")
			.isEqualTo("users is 200001; it must be 1 to 200000.");
		flood(HttpMethod.POST, "?users=0").expectStatus().isBadRequest();
	}

	/**
	 * A flood that was just stopped may need a moment to notice.
	 */
	private void start(int users) {
		start(String.valueOf(users));
	}

	private void start(String users) {
		await().untilAsserted(
				() -> flood(HttpMethod.POST, "?users=" + users).expectStatus().isEqualTo(HttpStatus.ACCEPTED));
	}

	private FloodState state() {
		FloodState state = flood(HttpMethod.GET, "").returnResult(FloodState.class).getResponseBody();
		assertThat(state).isNotNull();
		return state;
	}

	private ResponseSpec flood(HttpMethod method, String query) {
		return this.client.method(method).uri("/api/faults/label-flood" + query).exchange();
	}

	private double counted() {
		return this.meters.find("shop.flood.micrometer").counters().stream().mapToDouble(Counter::count).sum();
	}

	private double counted(String customer) {
		return this.meters.find("shop.flood.micrometer")
			.tag("customer.id", customer)
			.counters()
			.stream()
			.mapToDouble(Counter::count)
			.sum();
	}

}

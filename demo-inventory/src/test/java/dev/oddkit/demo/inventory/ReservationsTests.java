package dev.oddkit.demo.inventory;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many customers, few items.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ReservationsTests {

	private static final int CUSTOMERS = 50;

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void fiftyAtOnceSellExactlyTheTwentyThatAreThere() throws Exception {
		String sku = "T-" + UUID.randomUUID().toString().substring(0, 8);
		this.jdbc.sql("insert into product (sku, name, price) values (?, 'Rare item', 99)").param(sku).update();
		this.jdbc.sql("insert into stock (sku, available) values (?, 20)").param(sku).update();
		Map<Integer, Long> answers = reserveAtOnce(sku);
		assertThat(answers).containsOnly(Map.entry(201, 20L), Map.entry(409, 30L));
		assertThat(number("select available from stock where sku = ?", sku)).isZero();
		assertThat(number("select count(*) from reservation where sku = ?", sku)).isEqualTo(20);
	}

	private Map<Integer, Long> reserveAtOnce(String sku) throws Exception {
		RestTestClient client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + this.port).build();
		CountDownLatch everyoneIsHere = new CountDownLatch(CUSTOMERS);
		Callable<Integer> customer = () -> {
			everyoneIsHere.countDown();
			everyoneIsHere.await();
			return client.post()
				.uri("/reservations")
				.body(Map.of("orderId", UUID.randomUUID(), "sku", sku, "quantity", 1))
				.exchange()
				.returnResult()
				.getStatus()
				.value();
		};
		ExecutorService threads = Executors.newFixedThreadPool(CUSTOMERS);
		try {
			Map<Integer, Long> answers = new HashMap<>();
			for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(CUSTOMERS, customer))) {
				answers.merge(answer.get(), 1L, Long::sum);
			}
			return answers;
		}
		finally {
			threads.shutdownNow();
		}
	}

	private int number(String sql, String sku) {
		return this.jdbc.sql(sql).param(sku).query(Integer.class).single();
	}

}

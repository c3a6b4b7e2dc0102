package dev.oddkit.demo.orders;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * Stands in for inventory on a real port. It reserves whatever it is asked for at 10.00
 * each, unless told otherwise for a product, and fails at {@code /faults/failure}.
 */
public final class InventoryStandIn implements AutoCloseable {

	private final Map<String, Answer> answers = new ConcurrentHashMap<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpServer server;

	InventoryStandIn() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.threads);
		this.server.createContext("/reservations", this::reserve);
		this.server.createContext("/faults/failure",
				(exchange) -> respond(exchange, 500, "application/problem+json", "{\"status\":500}"));
		this.server.start();
	}

	void refuses(String sku, int status, String title, String detail) {
		this.answers.put(sku, (exchange) -> respond(exchange, status, "application/problem+json", """
				{"status": %d, "title": "%s", "detail": "%s"}""".formatted(status, title, detail)));
	}

	void hangsUp(String sku) {
		this.answers.put(sku, HttpExchange::close);
	}

	void neverAnswers(String sku) {
		this.answers.put(sku, (exchange) -> {
			try {
				this.closed.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
	}

	private void reserve(HttpExchange exchange) throws IOException {
		String wish = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		for (Map.Entry<String, Answer> answer : this.answers.entrySet()) {
			if (wish.contains("\"sku\":\"" + answer.getKey() + "\"")) {
				answer.getValue().to(exchange);
				return;
			}
		}
		respond(exchange, 201, "application/json", "{\"unitPrice\": 10.00}");
	}

	private static void respond(HttpExchange exchange, int status, String type, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", type);
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	/**
	 * What the stand-in does with a request.
	 */
	private interface Answer {

		void to(HttpExchange exchange) throws IOException;

	}

	/**
	 * Starts the stand-in and tells the application where it is.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	public static class Configuration {

		@Bean
		InventoryStandIn inventoryStandIn() throws IOException {
			return new InventoryStandIn();
		}

		@Bean
		DynamicPropertyRegistrar inventoryUrl(InventoryStandIn standIn) {
			return (registry) -> registry.add("shop.inventory.url",
					() -> "http://127.0.0.1:" + standIn.server.getAddress().getPort());
		}

	}

}

package dev.oddkit.demo.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * Stands in for orders and inventory on a real port. It says what a test told it to say
 * to a request line, and 404 without a reason to everything else.
 */
public final class ShopStandIn implements AutoCloseable {

	private final Map<String, Answer> answers = new ConcurrentHashMap<>();

	private final List<String> received = new CopyOnWriteArrayList<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final HttpServer server;

	ShopStandIn() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	/**
	 * Answers with JSON.
	 * @param request method and path with query, as in {@code GET /orders?limit=20}
	 * @param status the status; from 400 on a problem detail is sent
	 * @param body the JSON
	 */
	public void answers(String request, int status, String body) {
		String type = (status < 400) ? "application/json" : "application/problem+json";
		this.answers.put(request, (exchange) -> respond(exchange, status, type, body));
	}

	void hangsUp(String request) {
		this.answers.put(request, HttpExchange::close);
	}

	void neverAnswers(String request) {
		this.answers.put(request, (exchange) -> {
			try {
				this.closed.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
	}

	/**
	 * What came in.
	 * @return method, path with query, and body of each request
	 */
	public List<String> received() {
		return List.copyOf(this.received);
	}

	private void handle(HttpExchange exchange) throws IOException {
		String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		this.received.add(body.isEmpty() ? request : request + " " + body);
		this.answers.getOrDefault(request, (nobody) -> respond(nobody, 404, "text/plain", "not here")).to(exchange);
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
	 * Starts the stand-in and tells the application that both services are there.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	public static class Configuration {

		@Bean
		ShopStandIn shopStandIn() throws IOException {
			return new ShopStandIn();
		}

		@Bean
		DynamicPropertyRegistrar shopUrls(ShopStandIn standIn) {
			String url = "http://127.0.0.1:" + standIn.server.getAddress().getPort();
			return (registry) -> {
				registry.add("shop.orders.url", () -> url);
				registry.add("shop.inventory.url", () -> url);
			};
		}

	}

}

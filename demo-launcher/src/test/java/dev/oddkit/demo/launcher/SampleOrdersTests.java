package dev.oddkit.demo.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SampleOrders}.
 */
class SampleOrdersTests {

	private HttpServer gateway;

	private int usualAnswer = 201;

	@BeforeEach
	void startGateway() throws IOException {
		this.gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.gateway.createContext("/api/orders", this::answer);
		this.gateway.start();
	}

	@AfterEach
	void stopGateway() {
		this.gateway.stop(0);
	}

	private void answer(HttpExchange exchange) throws IOException {
		String order = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("X-Trace-Id", order.contains("SOCK") ? "last" : "other");
		exchange.sendResponseHeaders(order.contains("VINYL") ? 409 : this.usualAnswer, -1);
		exchange.close();
	}

	private SampleOrders place() {
		SampleOrders orders = new SampleOrders(URI.create("http://127.0.0.1:" + this.gateway.getAddress().getPort()));
		orders.place();
		return orders;
	}

	@Test
	void countsWhatWasPlacedAndRefused() {
		assertThat(place()).hasToString("5 sample orders: 4 placed, 1 out of stock");
	}

	@Test
	void keepsTheTraceOfTheLastOrder() {
		assertThat(place().trace()).isEqualTo("last");
	}

	@Test
	void saysWhatFailed() {
		this.usualAnswer = 500;
		assertThat(place()).hasToString("5 sample orders: 0 placed, 1 out of stock, 4 failed (500 )");
	}

}

package dev.oddkit.demo.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Places a few orders at the gateway, so that there is something to see at once: most of
 * them succeed, one asks for more than is in stock.
 */
final class SampleOrders {

	private static final List<String> ORDERS = List.of(order("MUG-01", 2), order("TEA-01", 1), order("VINYL-01", 50),
			order("BOOK-01", 3), order("SOCK-01", 1));

	private final HttpClient http = HttpClient.newBuilder()
		.proxy(HttpClient.Builder.NO_PROXY)
		.connectTimeout(Duration.ofSeconds(2))
		.build();

	private final URI orders;

	private final List<String> unexpected = new ArrayList<>();

	private int placed;

	private int refused;

	private @Nullable String trace;

	SampleOrders(URI gateway) {
		this.orders = gateway.resolve("/api/orders");
	}

	private static String order(String sku, int quantity) {
		return "{\"customer\":\"sample\",\"sku\":\"" + sku + "\",\"quantity\":" + quantity + "}";
	}

	void place() {
		for (String order : ORDERS) {
			try {
				HttpRequest request = HttpRequest.newBuilder(this.orders)
					.timeout(Duration.ofSeconds(30))
					.header("Content-Type", "application/json")
					.POST(HttpRequest.BodyPublishers.ofString(order))
					.build();
				count(this.http.send(request, HttpResponse.BodyHandlers.ofString()));
			}
			catch (IOException ex) {
				this.unexpected.add(ex.toString());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
		}
	}

	private void count(HttpResponse<String> response) {
		if (response.statusCode() / 100 == 2) {
			this.placed++;
			this.trace = response.headers().firstValue("X-Trace-Id").orElse(this.trace);
		}
		else if (response.statusCode() == 409) {
			this.refused++;
		}
		else {
			this.unexpected.add(response.statusCode() + " " + response.body());
		}
	}

	/**
	 * Returns the trace of the last order that was placed.
	 * @return its id, if the shop told one
	 */
	@Nullable String trace() {
		return this.trace;
	}

	@Override
	public String toString() {
		String counts = ORDERS.size() + " sample orders: " + this.placed + " placed, " + this.refused + " out of stock";
		return this.unexpected.isEmpty() ? counts
				: counts + ", " + this.unexpected.size() + " failed (" + this.unexpected.get(0) + ")";
	}

}

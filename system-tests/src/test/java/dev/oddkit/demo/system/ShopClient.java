package dev.oddkit.demo.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A customer of the shop who keeps the answers, and reads JSON elsewhere.
 */
final class ShopClient {

	private static final JsonMapper JSON = new JsonMapper();

	private final HttpClient http = HttpClient.newHttpClient();

	private final URI gateway;

	ShopClient(URI gateway) {
		this.gateway = gateway;
	}

	Answer order(String sku, int quantity) {
		return send(HttpRequest.newBuilder(this.gateway.resolve("/api/orders"))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers
				.ofString("{\"customer\":\"test\",\"sku\":\"%s\",\"quantity\":%d}".formatted(sku, quantity))));
	}

	Answer get(URI address) {
		return send(HttpRequest.newBuilder(address));
	}

	private Answer send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = this.http.send(request.timeout(Duration.ofSeconds(30)).build(),
					HttpResponse.BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.headers().firstValue("X-Trace-Id").orElse(""),
					response.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What came back.
	 *
	 * @param status the status code
	 * @param traceId the trace of the request, or nothing
	 * @param body the body
	 */
	record Answer(int status, String traceId, String body) {

		JsonNode json() {
			return JSON.readTree(this.body);
		}

	}

}

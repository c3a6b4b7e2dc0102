package dev.oddkit.stack.verify;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks, and takes no answer for an answer, too: nothing here throws because somebody is
 * not there.
 */
final class Http {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient client = HttpClient.newBuilder()
		.proxy(HttpClient.Builder.NO_PROXY)
		.connectTimeout(Duration.ofSeconds(3))
		.build();

	Answer get(URI uri) {
		return send(HttpRequest.newBuilder(uri));
	}

	Answer getAs(URI uri, String user, String password) {
		String credentials = Base64.getEncoder()
			.encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
		return send(HttpRequest.newBuilder(uri).header("Authorization", "Basic " + credentials));
	}

	Answer post(URI uri, String json) {
		return send(HttpRequest.newBuilder(uri)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json)));
	}

	static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	private Answer send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = this.client
				.send(request.header("Accept", "application/json, text/plain;q=0.5, */*;q=0.1")
					.timeout(Duration.ofSeconds(15))
					.build(), HttpResponse.BodyHandlers.ofString());
			return new Answer(response.statusCode(), response.body(),
					response.headers().firstValue("X-Trace-Id").orElse(""));
		}
		catch (IOException ex) {
			String why = (ex.getMessage() != null) ? ex.getMessage() : ex.getClass().getSimpleName();
			return new Answer(0, why, "");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Answer(0, "interrupted", "");
		}
	}

	/**
	 * An answer, or that there was none.
	 *
	 * @param status the HTTP status, 0 if nobody answered
	 * @param body the body, or why nobody answered
	 * @param traceId the trace that the answer names, else empty
	 */
	record Answer(int status, String body, String traceId) {

		boolean ok() {
			return this.status / 100 == 2;
		}

		JsonNode json() {
			try {
				return JSON.readTree(this.body);
			}
			catch (JacksonException ex) {
				return JSON.createObjectNode();
			}
		}

		@Override
		public String toString() {
			String excerpt = (this.body.length() > 160) ? this.body.substring(0, 160) + "..." : this.body;
			return (this.status == 0) ? "no answer (" + excerpt + ")" : this.status + " " + excerpt.strip();
		}

	}

}

package dev.oddkit.observability.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import dev.oddkit.observability.console.sample.Otlp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A started console on free ports, seen over HTTP.
 */
public final class TestConsole implements AutoCloseable {

	private final HttpClient client = HttpClient.newHttpClient();

	private final JsonMapper mapper = new JsonMapper();

	private final Console console;

	private final Otlp otlp;

	/**
	 * Starts the console.
	 */
	public TestConsole() {
		try {
			this.console = Console.start(new ConsoleOptions("127.0.0.1", 0, 0, false, ConsoleOptions.Action.RUN));
		}
		catch (StartException ex) {
			throw new IllegalStateException(ex);
		}
		this.otlp = new Otlp(this.console.otlpEndpoint());
	}

	/**
	 * What sends to its receiver.
	 * @return the sender
	 */
	public Otlp otlp() {
		return this.otlp;
	}

	/**
	 * Where its receiver is.
	 * @return base URL
	 */
	public String otlpEndpoint() {
		return this.console.otlpEndpoint();
	}

	/**
	 * Reads JSON that must be there.
	 * @param path path and query
	 * @return the JSON
	 */
	public JsonNode get(String path) {
		HttpResponse<String> response = send(HttpRequest.newBuilder(uri(path)));
		if (response.statusCode() != 200) {
			throw new AssertionError(path + " answered " + response.statusCode() + " " + response.body());
		}
		return this.mapper.readTree(response.body());
	}

	/**
	 * Reads the sentence of an error.
	 * @param status the status it must have
	 * @param path path and query
	 * @return the sentence
	 */
	public String error(int status, String path) {
		HttpResponse<String> response = send(HttpRequest.newBuilder(uri(path)));
		if (response.statusCode() != status) {
			throw new AssertionError(path + " answered " + response.statusCode() + " " + response.body());
		}
		return this.mapper.readTree(response.body()).path("error").asString();
	}

	/**
	 * Sends any request to the page's port.
	 * @param request the request
	 * @return the answer
	 */
	public HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * A URL of the page's port.
	 * @param path path and query
	 * @return the URL
	 */
	public URI uri(String path) {
		return URI.create(this.console.url() + path);
	}

	@Override
	public void close() {
		this.console.close();
	}

}

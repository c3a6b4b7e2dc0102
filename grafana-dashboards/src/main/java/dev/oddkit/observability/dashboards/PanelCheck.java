package dev.oddkit.observability.dashboards;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks real backends every query of every panel and says which find nothing.
 */
final class PanelCheck {

	private static final JsonMapper MAPPER = new JsonMapper();

	private final HttpClient client = HttpClient.newHttpClient();

	private final Map<Source, String> backends;

	private final String service;

	PanelCheck(Map<Source, String> backends, String service) {
		this.backends = backends;
		this.service = service;
	}

	/**
	 * Ask all queries.
	 * @return a line for each query that found nothing
	 */
	List<String> emptyQueries() throws IOException, InterruptedException {
		List<String> empty = new ArrayList<>();
		for (Dashboard dashboard : Dashboards.all()) {
			for (Panel panel : dashboard.panels()) {
				for (Query query : panel.queries()) {
					String answer = ask(query);
					boolean found = size(MAPPER.readTree(answer)) > 0;
					System.out.printf("%-5s %s / %s%n", found ? "ok" : "EMPTY", dashboard.title(), panel.title());
					if (!found) {
						empty.add(dashboard.title() + " / " + panel.title() + ": " + query.expression() + "\n    "
								+ answer.substring(0, Math.min(200, answer.length())));
					}
				}
			}
		}
		return empty;
	}

	private String ask(Query query) throws IOException, InterruptedException {
		String text = query.expression()
			.replace("$__rate_interval", "1m")
			.replace("$__auto", "1m")
			.replace("$service", this.service)
			.replace("$instance", ".*");
		long now = Instant.now().getEpochSecond();
		String range = "&start=" + (now - 600) + "&end=" + now;
		return switch (query.isServiceMap() ? Source.METRICS : query.source()) {
			case METRICS -> get(Source.METRICS, "/api/v1/query_range?step=15&query=", text, range);
			case LOGS -> get(Source.LOGS, "/loki/api/v1/query_range?step=15&query=", text, range);
			case TRACES -> get(Source.TRACES, "/api/search?limit=20&q=", text, range);
		};
	}

	private String get(Source source, String path, String query, String range)
			throws IOException, InterruptedException {
		URI uri = URI
			.create(this.backends.get(source) + path + URLEncoder.encode(query, StandardCharsets.UTF_8) + range);
		try {
			return this.client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString()).body();
		}
		catch (ConnectException ex) {
			return "{\"error\": \"nobody answers at " + this.backends.get(source) + "\"}";
		}
	}

	private static int size(JsonNode answer) {
		JsonNode result = answer.has("traces") ? answer.get("traces") : answer.path("data").path("result");
		return result.size();
	}

	public static void main(String[] args) throws IOException, InterruptedException {
		if (args.length != 4) {
			System.err.println("Usage: PanelCheck <metrics URL> <logs URL> <traces URL> <service>");
			System.exit(2);
		}
		List<String> empty = new PanelCheck(
				Map.of(Source.METRICS, args[0], Source.LOGS, args[1], Source.TRACES, args[2]), args[3])
			.emptyQueries();
		if (!empty.isEmpty()) {
			System.out.println("No data:");
			empty.forEach(System.out::println);
			System.exit(1);
		}
	}

}

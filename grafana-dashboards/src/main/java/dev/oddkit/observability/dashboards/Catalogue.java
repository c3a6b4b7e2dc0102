package dev.oddkit.observability.dashboards;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The metrics of one producer with their labels, as a Prometheus-compatible backend
 * stores them. Queries may use nothing else. Take one anew when a producer's version
 * changes:
 * <pre>java ... Catalogue http://localhost:9090 'otelcol_.+' &gt; catalogue/collector.txt</pre>
 */
record Catalogue(Map<String, Set<String>> labelsByMetric) {

	static Catalogue read(Path file) throws IOException {
		Map<String, Set<String>> metrics = new TreeMap<>();
		for (String line : Files.readAllLines(file)) {
			if (!line.isBlank() && !line.startsWith("#")) {
				String[] parts = line.strip().split(" ", 2);
				metrics.put(parts[0],
						(parts.length > 1) ? new TreeSet<>(Arrays.asList(parts[1].split(","))) : new TreeSet<>());
			}
		}
		return new Catalogue(metrics);
	}

	static Catalogue of(JsonNode series) {
		Map<String, Set<String>> metrics = new TreeMap<>();
		for (JsonNode one : series) {
			Set<String> labels = metrics.computeIfAbsent(one.get("__name__").asString(), (name) -> new TreeSet<>());
			one.propertyNames().stream().filter((label) -> !label.equals("__name__")).forEach(labels::add);
		}
		return new Catalogue(metrics);
	}

	String text() {
		StringBuilder text = new StringBuilder();
		this.labelsByMetric
			.forEach((metric, labels) -> text.append((metric + " " + String.join(",", labels)).strip()).append('\n'));
		return text.toString();
	}

	public static void main(String[] args) throws IOException, InterruptedException {
		if (args.length != 2) {
			System.err.println("Usage: Catalogue <URL of a Prometheus-compatible API> <regular expression of names>");
			System.exit(2);
		}
		String match = URLEncoder.encode("{__name__=~\"" + args[1] + "\"}", StandardCharsets.UTF_8);
		HttpRequest request = HttpRequest.newBuilder(URI.create(args[0] + "/api/v1/series?match%5B%5D=" + match))
			.build();
		String answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
		System.out.print(of(new JsonMapper().readTree(answer).get("data")).text());
	}

}

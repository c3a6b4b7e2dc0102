package dev.oddkit.stack.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Answers as a stack does in which everything works, on one port; a test takes something
 * away from it.
 */
final class StandInStack implements AutoCloseable {

	static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private final HttpServer server;

	private final Map<String, String> answers = new LinkedHashMap<>();

	private int orders;

	private String output = "";

	StandInStack() {
		String traces = resourceSpans("gateway", "orders", "inventory");
		says("/api/orders", "{}");
		says("/health", "{}");
		says("/collector", "");
		says("/scrape", "");
		says("/tempo/api/v2/traces/" + TRACE, "{\"trace\":" + traces + "}");
		says("/tempo/api/search", "{\"traces\":[{\"traceID\":\"" + TRACE + "\",\"rootTraceName\":\"GET /bills\"}]}");
		says("/jaeger/api/v3/traces/" + TRACE, "{\"result\":" + traces + "}");
		says("/loki/loki/api/v1/query_range", "{\"data\":{\"result\":[{}]}}");
		says("/loki/loki/api/v1/labels", "{\"data\":[\"service_name\"]}");
		says("/metrics/api/v1/query", "{\"data\":{\"result\":[{\"value\":[1,\"3\"]}]}}");
		says("/metrics/api/v1/query_exemplars",
				"{\"data\":[{\"exemplars\":[{\"labels\":{\"trace_id\":\"" + TRACE + "\"},\"timestamp\":1}]}]}");
		says("/grafana/api/health", "{\"version\":\"13.2.1\"}");
		says("/grafana/api/datasources", sources("trace_id"));
		says("/grafana/api/datasources/uid/", "{}");
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	/** Answers requests that begin with this path or, without a slash, have this word. */
	StandInStack says(String path, String body) {
		this.answers.put(path, body);
		return this;
	}

	/** Answers them with 404. */
	StandInStack lacks(String path) {
		this.answers.put(path, "404");
		return this;
	}

	int verify(String... more) {
		String base = "http://127.0.0.1:" + this.server.getAddress().getPort();
		List<String> args = new ArrayList<>(List.of("--gateway=" + base, "--collector-health=" + base + "/health",
				"--collector-metrics=" + base + "/collector", "--scrape=orders=" + base + "/scrape",
				"--tempo=" + base + "/tempo", "--jaeger=" + base + "/jaeger", "--loki=" + base + "/loki",
				"--metrics=" + base + "/metrics", "--grafana=" + base + "/grafana", "--patience=0"));
		args.addAll(List.of(more));
		StringBuilder lines = new StringBuilder();
		int code = VerifyMain.run(args, Map.of(), (line) -> lines.append(line).append('\n'));
		this.output = lines.toString();
		return code;
	}

	String output() {
		return this.output;
	}

	static String resourceSpans(String... services) {
		StringBuilder json = new StringBuilder("{\"resourceSpans\":[");
		for (String service : services) {
			json.append("{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":{\"stringValue\":\"")
				.append(service)
				.append("\"}}]}},");
		}
		if (services.length > 0) {
			json.setLength(json.length() - 1);
		}
		return json.append("]}").toString();
	}

	static String sources(String exemplarTo) {
		return """
				[{"uid":"metrics","jsonData":{"exemplarTraceIdDestinations":[{"name":"trace_id","datasourceUid":"%s"}]}},
				{"uid":"traces","jsonData":{"tracesToLogsV2":{"datasourceUid":"logs"},"tracesToMetrics":{"datasourceUid":"metrics"},"serviceMap":{"datasourceUid":"metrics"}}},
				{"uid":"logs","jsonData":{"derivedFields":[{"datasourceUid":"traces"}]}}]"""
			.formatted(exemplarTo.equals("trace_id") ? "traces" : exemplarTo);
	}

	private synchronized void answer(HttpExchange exchange) throws IOException {
		exchange.getRequestBody().readAllBytes();
		String asked = URLDecoder.decode(exchange.getRequestURI().toString(), StandardCharsets.UTF_8);
		String body = this.answers.entrySet()
			.stream()
			.filter((answer) -> answer.getKey().startsWith("/") ? asked.startsWith(answer.getKey())
					: asked.contains(" " + answer.getKey() + " "))
			.max(Map.Entry.comparingByKey(
					Comparator.comparing((String key) -> !key.startsWith("/")).thenComparing(String::length)))
			.map(Map.Entry::getValue)
			.orElse("404");
		int status = body.equals("404") ? 404 : 200;
		if (asked.equals("/api/orders") && status == 200) {
			this.orders++;
			status = 201;
			if (body.equals("{}")) {
				exchange.getResponseHeaders().set("X-Trace-Id", TRACE);
			}
		}
		if (asked.equals("/collector") && body.isEmpty()) {
			body = "otelcol_receiver_accepted_spans_total{} %1$d\notelcol_exporter_sent_spans_total{} %1$d\notelcol_exporter_sent_log_records_total{} %1$d\notelcol_exporter_sent_metric_points_total{} %1$d\n"
				.formatted(20 * this.orders);
		}
		if (asked.equals("/scrape") && body.isEmpty()) {
			body = "observability_exporter_items_total{result=\"exported\",signal=\"traces\"} " + 7.0 * this.orders;
		}
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}

package dev.oddkit.observability.console.sample;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;

/**
 * Plays one order through gateway, orders and inventory, with JDBC, an asynchronous
 * confirmation and now and then a failure.
 */
final class SampleShop {

	private SampleShop() {
	}

	static SampleSpans order(long startNanos, SplittableRandom random) {
		SampleSpans trace = new SampleSpans(startNanos, random);
		boolean soldOut = random.nextInt(7) == 0;
		double slow = (random.nextInt(9) == 0) ? 6 : 1;
		double inventory = slow * (4 + random.nextDouble() * 8);
		int status = soldOut ? 409 : 201;
		double end = 24 + inventory;
		String entry = trace.span("gateway", "", SpanKind.SPAN_KIND_SERVER, "POST /api/orders", 0, end,
				http("POST", "/api/orders", status));
		trace.log("gateway", entry, 0.7, SeverityNumber.SEVERITY_NUMBER_INFO, "Order received for 2 x kettle");
		String call = trace.span("gateway", entry, SpanKind.SPAN_KIND_CLIENT, "POST", 1.5, end - 1,
				Map.of("http.request.method", "POST", "url.full", "http://localhost:8081/orders", "server.address",
						"localhost", "http.response.status_code", status));
		String orders = trace.span("orders", call, SpanKind.SPAN_KIND_SERVER, "POST /orders", 3, end - 2,
				http("POST", "/orders", status));
		String process = trace.span("orders", orders, SpanKind.SPAN_KIND_INTERNAL, "process_order", 4, end - 3,
				Map.of("order.id", 1000 + random.nextInt(9000)));
		jdbc(trace, "orders", process, "INSERT", "orders", 5, 7);
		trace.log("orders", process, 7.2, SeverityNumber.SEVERITY_NUMBER_DEBUG, "Stored order, reserving stock");
		reserve(trace, process, soldOut, inventory);
		if (soldOut) {
			trace.log("orders", process, 13 + inventory, SeverityNumber.SEVERITY_NUMBER_WARN,
					"No stock left for kettle, order cancelled");
			jdbc(trace, "orders", process, "DELETE", "orders", 14 + inventory, 16 + inventory);
			return trace;
		}
		String sent = trace.span("orders", process, SpanKind.SPAN_KIND_PRODUCER, "confirmations send", 15 + inventory,
				16 + inventory, Map.of("messaging.system", "spring", "messaging.operation.type", "send"));
		String confirmed = trace.span("orders", sent, SpanKind.SPAN_KIND_CONSUMER, "confirmations process",
				20 + inventory, 55 + inventory, Map.of("messaging.system", "spring"));
		jdbc(trace, "orders", confirmed, "UPDATE", "orders", 30 + inventory, 33 + inventory);
		trace.log("orders", confirmed, 54 + inventory, SeverityNumber.SEVERITY_NUMBER_INFO, "Order confirmed");
		return trace;
	}

	private static void reserve(SampleSpans trace, String parent, boolean soldOut, double millis) {
		int status = soldOut ? 409 : 200;
		String call = trace.span("orders", parent, SpanKind.SPAN_KIND_CLIENT, "POST", 8, 11 + millis,
				Map.of("http.request.method", "POST", "url.full", "http://localhost:8082/reservations",
						"http.response.status_code", status));
		Map<String, Object> outcome = new HashMap<>(http("POST", "/reservations", status));
		if (soldOut) {
			outcome.put("error", "Out of stock: kettle");
		}
		String server = trace.span("inventory", call, SpanKind.SPAN_KIND_SERVER, "POST /reservations", 9, 10 + millis,
				outcome);
		jdbc(trace, "inventory", server, "SELECT", "stock", 9.5, 9.5 + millis / 3);
		jdbc(trace, "inventory", server, "UPDATE", "stock", 9.6 + millis / 3, 9.5 + millis);
		trace.log("inventory", server, 9.8 + millis,
				soldOut ? SeverityNumber.SEVERITY_NUMBER_ERROR : SeverityNumber.SEVERITY_NUMBER_INFO,
				soldOut ? "Reservation refused: 0 of 2 kettles left" : "Reserved 2 kettles");
	}

	private static Map<String, Object> http(String method, String route, int status) {
		return Map.of("http.request.method", method, "http.route", route, "http.response.status_code", status,
				"url.scheme", "http");
	}

	private static void jdbc(SampleSpans trace, String service, String parent, String verb, String table, double from,
			double to) {
		trace.span(service, parent, SpanKind.SPAN_KIND_CLIENT, verb + " " + table, from, to,
				Map.of("db.system.name", "h2database", "db.namespace", service, "db.operation.name", verb,
						"db.collection.name", table, "db.query.text", verb + " ... " + table + " where id = ?"));
	}

}

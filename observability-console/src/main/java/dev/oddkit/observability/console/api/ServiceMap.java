package dev.oddkit.observability.console.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.oddkit.observability.otlp.Span;
import dev.oddkit.observability.otlp.SpanKind;
import dev.oddkit.observability.otlp.SpanLink;
import dev.oddkit.observability.otlp.Trace;

/**
 * Who calls whom, read from the parents of spans: calls between services, messages from
 * producer to consumer (by parent or by link) and databases as leaves. A database call
 * wrapped in another one counts once.
 */
final class ServiceMap {

	private final Map<String, Traffic> services = new TreeMap<>();

	private final Map<String, Traffic> databases = new TreeMap<>();

	private final Map<List<String>, Traffic> edges = new HashMap<>();

	private final Map<List<String>, Span> producers = new HashMap<>();

	ServiceMap(Collection<Trace> traces) {
		for (Trace trace : traces) {
			trace.spans()
				.stream()
				.filter((span) -> span.kind() == SpanKind.PRODUCER)
				.forEach((span) -> this.producers.put(List.of(span.traceId(), span.spanId()), span));
		}
		traces.forEach(this::add);
	}

	private void add(Trace trace) {
		Map<String, Span> spans = new HashMap<>();
		trace.spans().forEach((span) -> spans.putIfAbsent(span.spanId(), span));
		for (Span span : trace.spans()) {
			Span parent = spans.get(span.parentSpanId());
			Traffic traffic = this.services.computeIfAbsent(service(span), (name) -> new Traffic());
			traffic.span();
			if (parent == null || isCall(parent, span)) {
				traffic.call(span);
			}
			if (parent != null && isCall(parent, span)) {
				edge(service(parent), service(span)).call(span);
			}
			else if (Database.isCall(span) && (parent == null || !Database.isCall(parent))) {
				String database = Database.name(span);
				this.databases.computeIfAbsent(database, (name) -> new Traffic()).call(span);
				edge(service(span), database).call(span);
			}
			addLinked(span);
		}
	}

	private void addLinked(Span consumer) {
		if (consumer.kind() != SpanKind.CONSUMER) {
			return;
		}
		for (SpanLink link : consumer.links()) {
			Span producer = this.producers.get(List.of(link.traceId(), link.spanId()));
			if (producer != null && !producer.spanId().equals(consumer.parentSpanId())) {
				edge(service(producer), service(consumer)).call(consumer);
			}
		}
	}

	private Traffic edge(String from, String to) {
		return this.edges.computeIfAbsent(List.of(from, to), (ends) -> new Traffic());
	}

	private static boolean isCall(Span parent, Span span) {
		boolean remote = (parent.kind() == SpanKind.CLIENT && span.kind() == SpanKind.SERVER)
				|| (parent.kind() == SpanKind.PRODUCER && span.kind() == SpanKind.CONSUMER);
		return remote || !service(parent).equals(service(span));
	}

	private static String service(Span span) {
		return span.resource().serviceName();
	}

	View view() {
		List<Node> nodes = new ArrayList<>();
		this.services.forEach((name, traffic) -> nodes.add(Node.of(name, false, traffic)));
		this.databases.forEach((name, traffic) -> nodes.add(Node.of(name, true, traffic)));
		List<Edge> list = this.edges.entrySet()
			.stream()
			.map((entry) -> new Edge(entry.getKey().get(0), entry.getKey().get(1), entry.getValue().calls(),
					entry.getValue().errors(), entry.getValue().p95Millis()))
			.sorted(Comparator.comparing(Edge::from).thenComparing(Edge::to))
			.toList();
		return new View(nodes, list);
	}

	/**
	 * The map as the page reads it.
	 */
	record View(List<Node> nodes, List<Edge> edges) {
	}

	/**
	 * A service or a database.
	 */
	record Node(String service, boolean database, int spans, int requests, int errors, double p95Millis) {

		static Node of(String name, boolean database, Traffic traffic) {
			return new Node(name, database, database ? traffic.calls() : traffic.spans(), traffic.calls(),
					traffic.errors(), traffic.p95Millis());
		}

	}

	/**
	 * Calls from one to another.
	 */
	record Edge(String from, String to, int calls, int errors, double p95Millis) {
	}

}

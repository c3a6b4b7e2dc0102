package dev.oddkit.observability.console.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.oddkit.observability.console.api.ServiceMap.Edge;
import dev.oddkit.observability.console.api.ServiceMap.Node;
import dev.oddkit.observability.otlp.Span;
import dev.oddkit.observability.otlp.SpanKind;
import dev.oddkit.observability.otlp.Trace;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link ServiceMap}.
 */
class ServiceMapTests {

	@Test
	void drawsCallsBetweenServices() {
		ServiceMap.View view = map(span("gateway", SpanKind.SERVER, "1", "").time(0, 100),
				span("gateway", SpanKind.CLIENT, "2", "1").time(1, 90),
				span("orders", SpanKind.SERVER, "3", "2").time(2, 80).failed(),
				span("orders", SpanKind.INTERNAL, "4", "3").time(3, 70).failed());
		assertThat(view.edges()).containsExactly(new Edge("gateway", "orders", 1, 1, 78));
		assertThat(view.nodes()).containsExactly(new Node("gateway", false, 2, 1, 0, 100),
				new Node("orders", false, 2, 1, 1, 78));
	}

	@Test
	void drawsMessagesByParentAndByLinkOnce() {
		ServiceMap.View view = map(span("orders", SpanKind.PRODUCER, "1", ""),
				span("mailer", SpanKind.CONSUMER, "2", "1").link("t1", "1"),
				span("billing", SpanKind.CONSUMER, "3", "").trace("t2").link("t1", "1"));
		assertThat(view.edges()).extracting(Edge::from, Edge::to, Edge::calls)
			.containsExactly(tuple("orders", "billing", 1), tuple("orders", "mailer", 1));
	}

	@Test
	void drawsAServiceThatCallsItself() {
		ServiceMap.View view = map(span("orders", SpanKind.CLIENT, "1", ""), span("orders", SpanKind.SERVER, "2", "1"));
		assertThat(view.edges()).extracting(Edge::from, Edge::to).containsExactly(tuple("orders", "orders"));
	}

	@Test
	void drawsDatabasesAsLeavesByTheirNamespaceOrServer() {
		ServiceMap.View view = map(span("orders", SpanKind.SERVER, "1", ""),
				span("orders", SpanKind.CLIENT, "2", "1").with("db.system.name", "postgresql")
					.with("db.namespace", "shop")
					.with("server.address", "db1")
					.time(0, 4),
				span("orders", SpanKind.CLIENT, "3", "1").with("db.system", "redis")
					.with("server.address", "cache")
					.time(0, 2));
		assertThat(view.nodes()).contains(new Node("postgresql shop", true, 1, 1, 0, 4),
				new Node("redis cache", true, 1, 1, 0, 2));
		assertThat(view.edges()).extracting(Edge::to).containsExactly("postgresql shop", "redis cache");
	}

	@Test
	void countsADatabaseCallWithinAnotherOnce() {
		ServiceMap.View view = map(span("orders", SpanKind.CLIENT, "1", "").with("db.system.name", "h2database"),
				span("orders", SpanKind.CLIENT, "2", "1").with("db.system.name", "h2database"),
				span("orders", SpanKind.INTERNAL, "3", "2").with("db.system.name", "h2database"));
		assertThat(view.edges()).containsExactly(new Edge("orders", "h2database", 1, 0, 0));
	}

	@Test
	void takesThe95thPercentileOfTheCalls() {
		List<SpanBuilder> spans = new ArrayList<>();
		for (int i = 1; i <= 100; i++) {
			spans.add(span("orders", SpanKind.SERVER, "s" + i, "").time(0, i));
		}
		assertThat(map(spans.toArray(SpanBuilder[]::new)).nodes())
			.containsExactly(new Node("orders", false, 100, 100, 0, 95));
	}

	private static ServiceMap.View map(SpanBuilder... spans) {
		List<Span> built = Stream.of(spans).map(SpanBuilder::build).toList();
		List<Trace> traces = built.stream()
			.map(Span::traceId)
			.distinct()
			.map((id) -> new Trace(id, built.stream().filter((span) -> span.traceId().equals(id)).toList()))
			.toList();
		return new ServiceMap(traces).view();
	}

	private static SpanBuilder span(String service, SpanKind kind, String id, String parent) {
		return new SpanBuilder(service, kind, id, parent);
	}

}

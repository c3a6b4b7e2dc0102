package dev.oddkit.observability.otlp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the traces of {@link TelemetryStore}.
 */
class TelemetryStoreTracesTests {

	private static final long MANY_BYTES = 1L << 30;

	private static TelemetryStore store(int maxTraces, int maxSpans) {
		return new TelemetryStore(new StoreLimits(maxTraces, maxSpans, 10, 10, 10, MANY_BYTES));
	}

	private static Span span(String traceId, String spanId) {
		return Samples.span(traceId, spanId, "");
	}

	@Test
	void joinsTheSpansOfATraceFromSeveralRequests() {
		TelemetryStore store = store(10, 100);
		store.spans(List.of(Samples.span("t", "2", "1", "late", 20, Map.of())));
		store.spans(List.of(Samples.span("t", "1", "", "early", 10, Map.of())));
		assertThat(store.trace("t").orElseThrow().spans()).extracting(Span::name).containsExactly("early", "late");
	}

	@Test
	void listsTheNewestStartFirst() {
		TelemetryStore store = store(10, 100);
		store.spans(List.of(Samples.span("b", "1", "", "x", 20, Map.of()),
				Samples.span("c", "1", "", "x", 30, Map.of()), Samples.span("a", "1", "", "x", 10, Map.of())));
		assertThat(store.traces()).extracting(Trace::traceId).containsExactly("c", "b", "a");
	}

	@Test
	void evictsWholeTracesOldestFirst() {
		TelemetryStore store = store(10, 20);
		for (int trace = 0; trace < 11; trace++) {
			store.spans(List.of(span("t" + trace, "1"), span("t" + trace, "2")));
		}
		assertThat(store.trace("t0")).isEmpty();
		assertThat(store.traces()).hasSize(10).allMatch((trace) -> trace.spans().size() == 2);
		assertThat(store.stats().traces().tracesEvicted()).isEqualTo(1);
		assertThat(store.stats().traces().spansEvicted()).isEqualTo(2);
	}

	@Test
	void evictsATraceThatStillGetsSpansLast() {
		TelemetryStore store = store(2, 100);
		store.spans(List.of(span("long", "1")));
		store.spans(List.of(span("short", "1")));
		store.spans(List.of(span("long", "2")));
		store.spans(List.of(span("new", "1")));
		assertThat(store.trace("short")).isEmpty();
		assertThat(store.trace("long").orElseThrow().spans()).hasSize(2);
	}

	@Test
	void countsLateSpansOfEvictedTracesAndKeepsNoFragment() {
		TelemetryStore store = store(1, 100);
		store.spans(List.of(span("old", "1")));
		store.spans(List.of(span("new", "1")));
		store.spans(List.of(span("old", "2"), span("old", "3")));
		assertThat(store.traces()).extracting(Trace::traceId).containsExactly("new");
		assertThat(store.stats().traces().lateSpans()).isEqualTo(2);
	}

	@Test
	void remembersABoundedNumberOfEvictedTraces() {
		TelemetryStore store = store(1, 100);
		for (int trace = 0; trace < 10_002; trace++) {
			store.spans(List.of(span("t" + trace, "1")));
		}
		store.spans(List.of(span("t1", "2")));
		assertThat(store.stats().traces().lateSpans()).isEqualTo(1);
		store.spans(List.of(span("t0", "2")));
		assertThat(store.stats().traces().lateSpans()).isEqualTo(1);
	}

	@Test
	void givesOneTraceATenthOfTheSpansAtMost() {
		TelemetryStore store = store(10, 50);
		store.spans(List.of(span("other", "1")));
		List<Span> giant = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			giant.add(span("giant", "s" + i));
		}
		store.spans(giant);
		assertThat(store.trace("other")).isPresent();
		assertThat(store.trace("giant").orElseThrow().spans()).hasSize(5);
		assertThat(store.trace("giant").orElseThrow().droppedSpans()).isEqualTo(95);
		assertThat(store.stats().traces().spansOverTraceLimit()).isEqualTo(95);
	}

	@Test
	void givesOneTraceATenthOfTheBytesAtMost() {
		TelemetryStore store = new TelemetryStore(new StoreLimits(100, 1_000, 10, 10, 10, 200_000));
		for (int i = 0; i < 50; i++) {
			store.spans(List.of(Samples.span("giant", "s" + i, "", "x", 1, Map.of("text", "x".repeat(2_000) + i))));
		}
		assertThat(store.stats().traces().bytes()).isBetween(5_000L, 10_000L);
		assertThat(store.stats().traces().spansOverTraceLimit()).isEqualTo(46);
	}

	@Test
	void staysWithinItsBytes() {
		TelemetryStore store = new TelemetryStore(new StoreLimits(100_000, 100_000, 10, 10, 10, 1_000_000));
		for (int i = 0; i < 5_000; i++) {
			store.spans(List.of(Samples.span("t" + i, "1", "", "x", 1, Map.of("text", "x".repeat(300) + i))));
			assertThat(store.stats().traces().bytes()).isLessThanOrEqualTo(500_000);
		}
		assertThat(store.stats().traces().tracesEvicted()).isBetween(3_500L, 4_900L);
	}

	@Test
	void accountsForEverySpan() {
		TelemetryStore store = store(7, 60);
		for (int i = 0; i < 3_000; i++) {
			store.spans(List.of(span("t" + (i * 31 % 17), "s" + i)));
		}
		StoreStats.Traces stats = store.stats().traces();
		assertThat(stats.spansReceived()).isEqualTo(3_000);
		assertThat(stats.lateSpans()).isPositive();
		assertThat(stats.spans() + stats.spansEvicted() + stats.lateSpans() + stats.spansOverTraceLimit())
			.isEqualTo(3_000);
		assertThat(store.traces().stream().mapToInt((trace) -> trace.spans().size()).sum()).isEqualTo(stats.spans());
	}

	@Test
	void cutsLongValuesAndCountsThem() {
		TelemetryStore store = store(10, 100);
		store.spans(List.of(Samples.span("t", "1", "", "x", 1,
				Map.of("text", "x".repeat(16_385), "list", List.of("y".repeat(20_000)), "fits", "z".repeat(16_384)))));
		Map<String, Object> kept = store.trace("t").orElseThrow().root().attributes();
		assertThat((String) kept.get("text")).hasSize(16_384).endsWith("x\u2026");
		assertThat((String) ((List<?>) kept.get("list")).get(0)).hasSize(16_384);
		assertThat(kept.get("fits")).isEqualTo("z".repeat(16_384));
		assertThat(store.stats().valuesCut()).isEqualTo(2);
	}

	@Test
	void dropsPartsBeyondTheLimitAndCountsThem() {
		Map<String, Object> attributes = new HashMap<>();
		for (int i = 0; i < 200; i++) {
			attributes.put("key" + i, i);
		}
		Span span = new Span("t", "1", "", "x", SpanKind.SERVER, 1, 2, attributes,
				Collections.nCopies(130, new SpanEvent(1, "e", Map.of())),
				Collections.nCopies(129, new SpanLink("t", "1", Map.of())), SpanStatus.UNSET, "", Samples.SCOPE,
				new Resource(Map.of()));
		TelemetryStore store = store(10, 100);
		store.spans(List.of(span));
		Span kept = store.trace("t").orElseThrow().root();
		assertThat(kept.attributes()).hasSize(128);
		assertThat(kept.events()).hasSize(128);
		assertThat(kept.links()).hasSize(128);
		assertThat(store.stats().partsDropped()).isEqualTo(72 + 2 + 1);
	}

	@Test
	void holdsEqualResourcesScopesAndKeysOnce() {
		TelemetryStore store = store(10, 100);
		for (int i = 0; i < 4; i++) {
			store.spans(List.of(Samples.span("t", "s" + i, "", new String("name"), i,
					Map.of(new String("http.route"), new String("/orders")))));
		}
		List<Span> spans = store.trace("t").orElseThrow().spans();
		assertThat(spans.get(3).resource()).isSameAs(spans.get(0).resource());
		assertThat(spans.get(3).scope()).isSameAs(spans.get(0).scope());
		assertThat(spans.get(3).name()).isSameAs(spans.get(2).name());
		assertThat(spans.get(3).attributes().get("http.route")).isSameAs(spans.get(2).attributes().get("http.route"));
	}

	@Test
	void makesEachTraceOnceWhileItDoesNotChange() {
		TelemetryStore store = store(10, 100);
		store.spans(List.of(span("a", "1"), span("b", "1")));
		List<Trace> before = store.traces();
		assertThat(store.traces()).isSameAs(before);
		store.spans(List.of(span("b", "2")));
		assertThat(store.traces()).isNotSameAs(before);
		assertThat(store.trace("a").orElseThrow())
			.isSameAs(before.stream().filter((t) -> t.traceId().equals("a")).findFirst().orElseThrow());
		assertThat(store.trace("b").orElseThrow().spans()).hasSize(2);
		assertThat(before).allMatch((trace) -> trace.spans().size() == 1);
	}

}

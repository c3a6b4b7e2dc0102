package dev.oddkit.observability.console.api;

import java.util.ArrayList;
import java.util.List;

import dev.oddkit.observability.otlp.Span;
import dev.oddkit.observability.otlp.SpanKind;
import dev.oddkit.observability.otlp.Trace;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SpanTree}.
 */
class SpanTreeTests {

	@Test
	void putsChildrenBelowTheirParentByStart() {
		assertThat(order(span("late", "root", 7), span("root", "", 1), span("early", "root", 2),
				span("below", "early", 9)))
			.containsExactly("root", "early", "below", "late");
	}

	@Test
	void putsSpansWithoutAKnownParentAtTheTop() {
		Trace trace = trace(span("orphan", "missing", 5), span("root", "", 1), span("child", "root", 6));
		SpanTree tree = new SpanTree(trace);
		assertThat(tree.inOrder()).extracting(Span::spanId).containsExactly("root", "child", "orphan");
		assertThat(trace.spans()).filteredOn(tree::isOrphan).extracting(Span::spanId).containsExactly("orphan");
	}

	@Test
	void showsSpansOnceThatAreTheirOwnAncestors() {
		assertThat(order(span("self", "self", 1), span("a", "b", 2), span("b", "a", 3)))
			.containsExactlyInAnyOrder("self", "a", "b");
	}

	@Test
	void showsSpansWithTheSameIdBoth() {
		assertThat(order(span("twin", "", 1), span("twin", "", 2), span("child", "twin", 3))).containsExactly("twin",
				"child", "twin");
	}

	@Test
	void managesVeryDeepTraces() {
		List<Span> chain = new ArrayList<>();
		for (int i = 0; i < 20_000; i++) {
			chain.add(span("s" + i, (i == 0) ? "" : "s" + (i - 1), i));
		}
		assertThat(new SpanTree(new Trace("t1", chain)).inOrder()).containsExactlyElementsOf(chain);
	}

	private static List<String> order(Span... spans) {
		return new SpanTree(trace(spans)).inOrder().stream().map(Span::spanId).toList();
	}

	private static Trace trace(Span... spans) {
		return new Trace("t1", List.of(spans));
	}

	private static Span span(String id, String parent, long start) {
		return new SpanBuilder("orders", SpanKind.INTERNAL, id, parent).time(start, start + 1).build();
	}

}

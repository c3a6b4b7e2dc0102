package dev.oddkit.observability.otlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Trace}.
 */
class TraceTests {

	private final Span root = Samples.span("t", "1", "", "GET /orders", 100, Map.of());

	private final Span child = new Span("t", "2", "1", "POST /stock", SpanKind.SERVER, 150, 900, Map.of(), List.of(),
			List.of(), SpanStatus.ERROR, "out of stock", Samples.SCOPE, Samples.resource("inventory"));

	private final Trace trace = new Trace("t", List.of(this.child, this.root));

	@Test
	void sortsSpansByStart() {
		assertThat(this.trace.spans()).containsExactly(this.root, this.child);
	}

	@Test
	void knowsRootServicesDurationAndErrors() {
		assertThat(this.trace.root()).isEqualTo(this.root);
		assertThat(this.trace.services()).containsExactly("gateway", "inventory");
		assertThat(this.trace.startNanos()).isEqualTo(100);
		assertThat(this.trace.durationNanos()).isEqualTo(800);
		assertThat(this.trace.errorCount()).isEqualTo(1);
		assertThat(this.trace.children(this.root)).containsExactly(this.child);
	}

	@Test
	void takesTheFirstOrphanForTheRootWhenThereIsNone() {
		Trace partial = new Trace("t", List.of(Samples.span("t", "3", "2"), this.child));
		assertThat(partial.orphans()).containsExactly(this.child);
		assertThat(partial.root()).isEqualTo(this.child);
	}

	@Test
	void needsASpan() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Trace("t", List.of()))
			.withMessage("Trace t has no span; it needs at least one");
	}

	@Test
	void rendersAnIndentedTree() {
		Span query = Samples.span("t", "3", "2", "SELECT stock", 200, Map.of());
		Span second = Samples.span("t", "4", "1", "GET /prices", 950, Map.of());
		assertThat(new Trace("t", List.of(second, query, this.child, this.root)).render()).isEqualTo("""
				[SERVER] GET /orders {gateway}
				  [SERVER] POST /stock {inventory} ERROR: out of stock
				    [SERVER] SELECT stock {gateway}
				  [SERVER] GET /prices {gateway}
				""");
	}

	@Test
	void marksOrphansAndRepeatedSpans() {
		Span orphan = Samples.span("t", "5", "ff", "POST /lost", 300, Map.of());
		assertThat(new Trace("t", List.of(this.root, this.child, this.child, orphan)).render()).isEqualTo("""
				[SERVER] GET /orders {gateway}
				  [SERVER] POST /stock {inventory} ERROR: out of stock
				  [SERVER] POST /stock {inventory} ERROR: out of stock (span id 2 repeated)
				[SERVER] POST /lost {gateway} (orphan: parent ff did not arrive)
				""");
	}

	@Test
	void rendersSpansWhoseParentsFormACircle() {
		Trace circle = new Trace("t", List.of(Samples.span("t", "1", "2", "a", 1, Map.of()),
				Samples.span("t", "2", "1", "b", 2, Map.of()), Samples.span("t", "3", "3", "c", 3, Map.of())));
		assertThat(circle.render()).isEqualTo("""
				[SERVER] a {gateway} (its parents form a circle)
				  [SERVER] b {gateway}
				[SERVER] c {gateway} (its parents form a circle)
				""");
		assertThat(circle.root().name()).isEqualTo("a");
	}

	@Test
	void rendersAtMostAThousandLines() {
		List<Span> chain = new ArrayList<>();
		for (int i = 1; i <= 20_000; i++) {
			chain.add(Samples.span("t", "s" + i, (i == 1) ? "" : "s" + (i - 1)));
		}
		String rendered = new Trace("t", chain, 7).render();
		assertThat(rendered.lines()).hasSize(1_002);
		assertThat(rendered).endsWith("... and 19000 more spans\n... and 7 spans over the limit of a trace\n");
	}

}

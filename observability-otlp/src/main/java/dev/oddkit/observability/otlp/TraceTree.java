package dev.oddkit.observability.otlp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Draws a trace as an indented tree. It shows every span exactly once, whatever the
 * parents say, and stops after a thousand lines.
 */
final class TraceTree {

	private static final int MAX_LINES = 1_000;

	private static final int MAX_INDENT = 40;

	private final Trace trace;

	private final Map<String, List<Integer>> children = new HashMap<>();

	private final BitSet drawn = new BitSet();

	private final Set<String> drawnIds = new HashSet<>();

	private final StringBuilder text = new StringBuilder();

	private int lines;

	TraceTree(Trace trace) {
		this.trace = trace;
		for (int i = 0; i < trace.spans().size(); i++) {
			this.children.computeIfAbsent(span(i).parentSpanId(), (id) -> new ArrayList<>()).add(i);
		}
	}

	String render() {
		Set<String> known = new HashSet<>();
		this.trace.spans().forEach((span) -> known.add(span.spanId()));
		drawAll(Span::isRoot, (root) -> "");
		drawAll((span) -> !known.contains(span.parentSpanId()),
				(orphan) -> " (orphan: parent " + orphan.parentSpanId() + " did not arrive)");
		drawAll((rest) -> true, (rest) -> " (its parents form a circle)");
		if (this.lines > MAX_LINES) {
			this.text.append("... and ").append(this.lines - MAX_LINES).append(" more spans\n");
		}
		if (this.trace.droppedSpans() > 0) {
			this.text.append("... and ").append(this.trace.droppedSpans()).append(" spans over the limit of a trace\n");
		}
		return this.text.toString();
	}

	private Span span(int index) {
		return this.trace.spans().get(index);
	}

	private void drawAll(Predicate<Span> top, Function<Span, String> mark) {
		for (int i = 0; i < this.trace.spans().size(); i++) {
			if (!this.drawn.get(i) && top.test(span(i))) {
				draw(new Branch(i, 0, mark.apply(span(i))));
			}
		}
	}

	private void draw(Branch top) {
		Deque<Branch> open = new ArrayDeque<>();
		open.push(top);
		while (!open.isEmpty()) {
			Branch branch = open.pop();
			if (this.drawn.get(branch.index())) {
				continue;
			}
			this.drawn.set(branch.index());
			Span span = span(branch.index());
			line(span, branch);
			List<Integer> below = this.children.getOrDefault(span.spanId(), List.of());
			for (int i = below.size() - 1; i >= 0; i--) {
				open.push(new Branch(below.get(i), branch.depth() + 1, ""));
			}
		}
	}

	private void line(Span span, Branch branch) {
		boolean repeated = !this.drawnIds.add(span.spanId());
		if (++this.lines > MAX_LINES) {
			return;
		}
		this.text.append("  ".repeat(Math.min(branch.depth(), MAX_INDENT)))
			.append('[')
			.append(span.kind())
			.append("] ")
			.append(span.name())
			.append(" {")
			.append(span.resource().serviceName())
			.append('}');
		if (span.status() == SpanStatus.ERROR) {
			this.text.append(" ERROR");
			if (!span.statusMessage().isEmpty()) {
				this.text.append(": ").append(span.statusMessage());
			}
		}
		if (repeated) {
			this.text.append(" (span id ").append(span.spanId()).append(" repeated)");
		}
		this.text.append(branch.mark()).append('\n');
	}

	private record Branch(int index, int depth, String mark) {
	}

}

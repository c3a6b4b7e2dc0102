package dev.oddkit.observability.otlp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Draws a trace as an indented tree. It shows every span exactly once, whatever the
 * parents say, and stops after a thousand lines.
 */
final class TraceTree {

	private static final int MAX_LINES = 1_000;

	private static final int MAX_INDENT = 40;

	private final Trace trace;

	private final Map<String, List<Span>> children = new HashMap<>();

	private final Set<Span> drawn = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Set<String> drawnIds = new HashSet<>();

	private final StringBuilder text = new StringBuilder();

	TraceTree(Trace trace) {
		this.trace = trace;
		for (Span span : trace.spans()) {
			if (!span.isRoot()) {
				this.children.computeIfAbsent(span.parentSpanId(), (id) -> new ArrayList<>()).add(span);
			}
		}
	}

	String render() {
		List<Span> orphans = this.trace.orphans();
		this.trace.spans().stream().filter(Span::isRoot).forEach((root) -> draw(root, ""));
		orphans.forEach((orphan) -> draw(orphan, " (orphan: parent " + orphan.parentSpanId() + " did not arrive)"));
		this.trace.spans().forEach((rest) -> draw(rest, " (its parents form a circle)"));
		if (this.drawn.size() > MAX_LINES) {
			this.text.append("... and ").append(this.drawn.size() - MAX_LINES).append(" more spans\n");
		}
		if (this.trace.droppedSpans() > 0) {
			this.text.append("... and ").append(this.trace.droppedSpans()).append(" spans over the limit of a trace\n");
		}
		return this.text.toString();
	}

	private void draw(Span top, String mark) {
		Deque<Branch> open = new ArrayDeque<>();
		open.push(new Branch(top, 0, mark));
		while (!open.isEmpty()) {
			Branch branch = open.pop();
			if (!this.drawn.add(branch.span())) {
				continue;
			}
			line(branch);
			List<Span> below = this.children.getOrDefault(branch.span().spanId(), List.of());
			for (int i = below.size() - 1; i >= 0; i--) {
				open.push(new Branch(below.get(i), branch.depth() + 1, ""));
			}
		}
	}

	private void line(Branch branch) {
		Span span = branch.span();
		boolean repeated = !this.drawnIds.add(span.spanId());
		if (this.drawn.size() > MAX_LINES) {
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

	private record Branch(Span span, int depth, String mark) {
	}

}

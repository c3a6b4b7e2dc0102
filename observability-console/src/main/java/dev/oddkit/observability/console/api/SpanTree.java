package dev.oddkit.observability.console.api;

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

import dev.oddkit.observability.otlp.Span;
import dev.oddkit.observability.otlp.Trace;

/**
 * The spans of a trace in the order of the waterfall: each before its children, children
 * by start. Spans without a known parent stand at the top; every span appears exactly
 * once, also when parents form a circle or ids are repeated.
 */
final class SpanTree {

	private final Map<String, List<Span>> children = new HashMap<>();

	private final Set<String> ids = new HashSet<>();

	private final List<Span> spans;

	SpanTree(Trace trace) {
		this.spans = trace.spans();
		for (Span span : this.spans) {
			this.ids.add(span.spanId());
			this.children.computeIfAbsent(span.parentSpanId(), (id) -> new ArrayList<>()).add(span);
		}
	}

	boolean isOrphan(Span span) {
		return !span.isRoot() && !this.ids.contains(span.parentSpanId());
	}

	List<Span> inOrder() {
		List<Span> ordered = new ArrayList<>();
		Set<Span> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		for (Span span : this.spans) {
			if (span.isRoot() || isOrphan(span)) {
				descend(span, seen, ordered);
			}
		}
		for (Span span : this.spans) {
			descend(span, seen, ordered);
		}
		return ordered;
	}

	private void descend(Span top, Set<Span> seen, List<Span> ordered) {
		Deque<Span> pending = new ArrayDeque<>();
		pending.push(top);
		while (!pending.isEmpty()) {
			Span span = pending.pop();
			if (seen.add(span)) {
				ordered.add(span);
				List<Span> below = this.children.getOrDefault(span.spanId(), List.of());
				for (int i = below.size() - 1; i >= 0; i--) {
					pending.push(below.get(i));
				}
			}
		}
	}

}

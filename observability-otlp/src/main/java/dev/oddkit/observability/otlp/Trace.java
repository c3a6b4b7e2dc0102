package dev.oddkit.observability.otlp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The spans of one trace that arrived so far. It has at least one span; duplicates stay
 * visible.
 *
 * @param traceId the trace, lower-case hex
 * @param spans the spans by start
 * @param droppedSpans the number of spans that arrived and were not kept because the
 * trace had reached its limit
 */
public record Trace(String traceId, List<Span> spans, long droppedSpans) {

	/**
	 * Creates a trace with a sorted copy of the spans.
	 * @param traceId the trace
	 * @param spans the spans, at least one, in any order
	 * @param droppedSpans the number of spans that were not kept
	 */
	public Trace {
		if (spans.isEmpty()) {
			throw new IllegalArgumentException("Trace " + traceId + " has no span; it needs at least one");
		}
		List<Span> sorted = new ArrayList<>(spans);
		sorted.sort(Comparator.comparingLong(Span::startNanos));
		spans = List.copyOf(sorted);
	}

	/**
	 * Creates a complete trace.
	 * @param traceId the trace
	 * @param spans the spans, at least one, in any order
	 */
	public Trace(String traceId, List<Span> spans) {
		this(traceId, spans, 0);
	}

	/**
	 * Returns the span to show the trace by: the first without a parent, else the first
	 * whose parent did not arrive, else the first.
	 * @return the root
	 */
	public Span root() {
		for (Span span : this.spans) {
			if (span.isRoot()) {
				return span;
			}
		}
		List<Span> orphans = orphans();
		return orphans.isEmpty() ? this.spans.get(0) : orphans.get(0);
	}

	/**
	 * Returns the spans that name a parent which did not arrive.
	 * @return the orphans by start
	 */
	public List<Span> orphans() {
		Set<String> known = this.spans.stream().map(Span::spanId).collect(Collectors.toSet());
		return this.spans.stream().filter((span) -> !span.isRoot() && !known.contains(span.parentSpanId())).toList();
	}

	/**
	 * Returns the spans that name the given span as their parent.
	 * @param parent a span of this trace
	 * @return the children by start
	 */
	public List<Span> children(Span parent) {
		return this.spans.stream().filter((span) -> span.parentSpanId().equals(parent.spanId())).toList();
	}

	/**
	 * Returns the names of the services.
	 * @return the names by first appearance
	 */
	public List<String> services() {
		Set<String> names = new LinkedHashSet<>();
		this.spans.forEach((span) -> names.add(span.resource().serviceName()));
		return List.copyOf(names);
	}

	/**
	 * Returns when the first span started.
	 * @return nanoseconds since the epoch
	 */
	public long startNanos() {
		return this.spans.get(0).startNanos();
	}

	/**
	 * Returns the time from the first start to the last end.
	 * @return the nanoseconds, never negative
	 */
	public long durationNanos() {
		long end = this.spans.stream().mapToLong(Span::endNanos).max().orElse(0);
		return Math.max(0, end - startNanos());
	}

	/**
	 * Returns how many spans failed.
	 * @return the number of spans with status {@link SpanStatus#ERROR}
	 */
	public int errorCount() {
		return (int) this.spans.stream().filter((span) -> span.status() == SpanStatus.ERROR).count();
	}

	/**
	 * Draws the trace as an indented tree, one line a span, such as {@code [SERVER] GET
	 * /orders {gateway}}.
	 * @return the lines; failed, orphaned and repeated spans are marked
	 */
	public String render() {
		return new TraceTree(this).render();
	}

}

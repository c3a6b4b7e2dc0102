package dev.oddkit.observability.classpath;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import dev.oddkit.observability.otlp.Span;

/**
 * Who called whom in a trace: a line for each span with kind and name, further in than
 * its parent's. Brothers are sorted by their lines, as clocks do not order them.
 */
final class Shape {

	private final List<Span> spans;

	private Shape(List<Span> spans) {
		this.spans = spans;
	}

	/**
	 * Returns the shape of a trace.
	 * @param application what the trace came from
	 * @param root the name of the span that began it
	 * @return the lines
	 */
	static String of(RunningApplication application, String root) {
		Span first = application.span(root);
		return new Shape(application.spans(first.traceId())).draw(first, "");
	}

	private String draw(Span span, String indent) {
		return indent + span.kind() + " " + span.name() + "\n"
				+ this.spans.stream()
					.filter((child) -> child.parentSpanId().equals(span.spanId()))
					.map((child) -> draw(child, indent + "  "))
					.sorted(Comparator.naturalOrder())
					.collect(Collectors.joining());
	}

}

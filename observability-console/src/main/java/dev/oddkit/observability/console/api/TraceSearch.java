package dev.oddkit.observability.console.api;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.oddkit.observability.console.web.Request;
import dev.oddkit.observability.otlp.Span;
import dev.oddkit.observability.otlp.SpanStatus;
import dev.oddkit.observability.otlp.Trace;

/**
 * What traces somebody looks for. Service, name and attributes must be found together on
 * one span of the trace.
 *
 * @param service exact name of a service
 * @param name part of a span's name, in lower case
 * @param attributes what the span, its events or its resource must have
 * @param id start of the trace id
 * @param errors whether a span must have failed
 * @param minNanos the shortest duration
 */
record TraceSearch(String service, String name, List<AttributeMatch> attributes, String id, boolean errors,
		long minNanos) {

	private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

	static TraceSearch of(Request request) {
		String errors = request.oneOf("errors", Set.of("TRUE", "FALSE"));
		return new TraceSearch(request.text("service"), request.text("name").toLowerCase(Locale.ROOT),
				request.texts("attribute").stream().map(AttributeMatch::of).toList(), traceId(request.text("id")),
				errors.equals("TRUE"), Math.round(request.amount("minMillis") * 1e6));
	}

	private static String traceId(String text) {
		String id = text.toLowerCase(Locale.ROOT);
		Matcher traceparent = TRACEPARENT.matcher(id);
		return traceparent.matches() ? traceparent.group(1) : id;
	}

	boolean matches(Trace trace) {
		return trace.traceId().startsWith(this.id) && trace.durationNanos() >= this.minNanos
				&& (!this.errors || trace.spans().stream().anyMatch((span) -> span.status() == SpanStatus.ERROR))
				&& trace.spans().stream().anyMatch(this::matches);
	}

	private boolean matches(Span span) {
		return (this.service.isEmpty() || span.resource().serviceName().equals(this.service))
				&& (this.name.isEmpty() || span.name().toLowerCase(Locale.ROOT).contains(this.name))
				&& this.attributes.stream().allMatch((attribute) -> attribute.matches(span));
	}

	/**
	 * An attribute somebody looks for, as KEY or KEY=VALUE.
	 *
	 * @param key the key
	 * @param value the value as text, empty for any
	 */
	record AttributeMatch(String key, String value) {

		static AttributeMatch of(String text) {
			int equals = text.indexOf('=');
			return (equals < 0) ? new AttributeMatch(text, "")
					: new AttributeMatch(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
		}

		boolean matches(Span span) {
			return Stream
				.concat(Stream.of(span.attributes(), span.resource().attributes()),
						span.events().stream().map((event) -> event.attributes()))
				.map((attributes) -> attributes.get(this.key))
				.anyMatch((found) -> found != null && (this.value.isEmpty() || found.toString().equals(this.value)));
		}

	}

}

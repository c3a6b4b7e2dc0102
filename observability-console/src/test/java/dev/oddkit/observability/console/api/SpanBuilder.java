package dev.oddkit.observability.console.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.oddkit.observability.otlp.Resource;
import dev.oddkit.observability.otlp.Scope;
import dev.oddkit.observability.otlp.Span;
import dev.oddkit.observability.otlp.SpanKind;
import dev.oddkit.observability.otlp.SpanLink;
import dev.oddkit.observability.otlp.SpanStatus;

/**
 * Builds a span with as little as a test cares for; times are milliseconds.
 */
final class SpanBuilder {

	private final Map<String, Object> attributes = new LinkedHashMap<>();

	private final List<SpanLink> links = new ArrayList<>();

	private final String service;

	private final String id;

	private final String parent;

	private final SpanKind kind;

	private String traceId = "t1";

	private long start;

	private long end;

	private SpanStatus status = SpanStatus.UNSET;

	SpanBuilder(String service, SpanKind kind, String id, String parent) {
		this.service = service;
		this.kind = kind;
		this.id = id;
		this.parent = parent;
	}

	SpanBuilder trace(String traceId) {
		this.traceId = traceId;
		return this;
	}

	SpanBuilder time(long start, long end) {
		this.start = start;
		this.end = end;
		return this;
	}

	SpanBuilder with(String key, Object value) {
		this.attributes.put(key, value);
		return this;
	}

	SpanBuilder link(String traceId, String spanId) {
		this.links.add(new SpanLink(traceId, spanId, Map.of()));
		return this;
	}

	SpanBuilder failed() {
		this.status = SpanStatus.ERROR;
		return this;
	}

	Span build() {
		return new Span(this.traceId, this.id, this.parent, this.id, this.kind, this.start * 1_000_000,
				this.end * 1_000_000, this.attributes, List.of(), this.links, this.status, "", new Scope("test", ""),
				new Resource(Map.of("service.name", this.service)));
	}

}

package dev.oddkit.observability.otlp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Status;

/**
 * Turns a trace request into spans. It leaves out spans without valid identifiers.
 */
final class SpanDecoder {

	private final ValueDecoder values;

	SpanDecoder(ValueDecoder values) {
		this.values = values;
	}

	Decoded<Span> decode(ExportTraceServiceRequest request) {
		List<Span> spans = new ArrayList<>();
		int invalid = 0;
		String problem = "";
		for (ResourceSpans resourceSpans : request.getResourceSpansList()) {
			Resource resource = this.values.resource(resourceSpans.getResource());
			for (ScopeSpans scopeSpans : resourceSpans.getScopeSpansList()) {
				Scope scope = this.values.scope(scopeSpans.getScope());
				for (io.opentelemetry.proto.trace.v1.Span source : scopeSpans.getSpansList()) {
					Span span = span(source, scope, resource);
					if (!span.traceId().isEmpty() && !span.spanId().isEmpty()) {
						spans.add(span);
					}
					else if (invalid++ == 0) {
						problem = "The span '" + span.name() + "' has no valid "
								+ (span.traceId().isEmpty() ? "trace id; it needs 16" : "span id; it needs 8")
								+ " bytes that are not all zero";
					}
				}
			}
		}
		return new Decoded<>(Collections.unmodifiableList(spans), invalid, problem);
	}

	private Span span(io.opentelemetry.proto.trace.v1.Span source, Scope scope, Resource resource) {
		return new Span(this.values.traceId(source.getTraceId()), this.values.spanId(source.getSpanId()),
				this.values.spanId(source.getParentSpanId()), source.getName(), kind(source.getKind()),
				source.getStartTimeUnixNano(), source.getEndTimeUnixNano(),
				this.values.attributes(source.getAttributesList()),
				source.getEventsList().stream().map(this::event).toList(),
				source.getLinksList().stream().map(this::link).toList(), status(source.getStatus()),
				source.getStatus().getMessage(), scope, resource);
	}

	private SpanEvent event(io.opentelemetry.proto.trace.v1.Span.Event source) {
		return new SpanEvent(source.getTimeUnixNano(), source.getName(),
				this.values.attributes(source.getAttributesList()));
	}

	private SpanLink link(io.opentelemetry.proto.trace.v1.Span.Link source) {
		return new SpanLink(this.values.traceId(source.getTraceId()), this.values.spanId(source.getSpanId()),
				this.values.attributes(source.getAttributesList()));
	}

	private static SpanKind kind(io.opentelemetry.proto.trace.v1.Span.SpanKind kind) {
		return switch (kind) {
			case SPAN_KIND_SERVER -> SpanKind.SERVER;
			case SPAN_KIND_CLIENT -> SpanKind.CLIENT;
			case SPAN_KIND_PRODUCER -> SpanKind.PRODUCER;
			case SPAN_KIND_CONSUMER -> SpanKind.CONSUMER;
			default -> SpanKind.INTERNAL;
		};
	}

	private static SpanStatus status(Status status) {
		return switch (status.getCode()) {
			case STATUS_CODE_OK -> SpanStatus.OK;
			case STATUS_CODE_ERROR -> SpanStatus.ERROR;
			default -> SpanStatus.UNSET;
		};
	}

}

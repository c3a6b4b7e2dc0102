package dev.oddkit.observability.otlp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Prepares records for being kept: nothing too long, equal parts held once, bytes
 * estimated. It is not thread-safe.
 */
final class RecordTrimmer {

	private final ValueTrimmer values = new ValueTrimmer();

	private final OriginPool<Resource> resources = new OriginPool<>(this.values,
			(resource) -> new Resource(this.values.attributes(resource.attributes())));

	private final OriginPool<Scope> scopes = new OriginPool<>(this.values,
			(scope) -> new Scope(this.values.text(scope.name()), this.values.text(scope.version())));

	Sized<Span> span(Span span, String traceId) {
		this.values.add(Footprint.SPAN);
		Span kept = new Span(traceId, this.values.id(span.spanId()), this.values.id(span.parentSpanId()),
				this.values.text(span.name()), span.kind(), span.startNanos(), span.endNanos(),
				this.values.attributes(span.attributes()), parts(span.events(), this::event),
				parts(span.links(), this::link), span.status(), this.values.text(span.statusMessage()),
				scope(span.scope()), resource(span.resource()));
		return new Sized<>(kept, this.values.drainBytes());
	}

	Sized<LogRecord> log(LogRecord log) {
		this.values.add(Footprint.LOG);
		LogRecord kept = new LogRecord(log.timeNanos(), log.severityNumber(), this.values.text(log.severityText()),
				this.values.text(log.body()), this.values.text(log.eventName()),
				this.values.attributes(log.attributes()), this.values.id(log.traceId()), this.values.id(log.spanId()),
				scope(log.scope()), resource(log.resource()));
		return new Sized<>(kept, this.values.drainBytes());
	}

	Sized<MetricSeries> series(Metric metric, MetricPoint point) {
		this.values.add(Footprint.SERIES);
		MetricSeries kept = new MetricSeries(resource(metric.resource()), scope(metric.scope()),
				this.values.text(metric.name()), this.values.text(metric.unit()),
				this.values.text(metric.description()), metric.type(), metric.monotonic(), metric.temporality(),
				this.values.attributes(point.attributes()), List.of());
		return new Sized<>(kept, this.values.drainBytes());
	}

	Sized<MetricPoint> point(MetricPoint point, MetricSeries series, @Nullable PointValue previous) {
		PointValue value = shareBounds(point.value(), previous);
		this.values.add(Footprint.POINT + Footprint.of(value));
		MetricPoint kept = new MetricPoint(series.attributes(), point.startNanos(), point.timeNanos(), value,
				parts(point.exemplars(), this::exemplar));
		return new Sized<>(kept, this.values.drainBytes());
	}

	long valuesCut() {
		return this.values.valuesCut();
	}

	long partsDropped() {
		return this.values.partsDropped();
	}

	private Resource resource(Resource resource) {
		return this.resources.keep(resource);
	}

	private Scope scope(Scope scope) {
		return this.scopes.keep(scope);
	}

	private SpanEvent event(SpanEvent event) {
		this.values.add(Footprint.EVENT);
		return new SpanEvent(event.timeNanos(), this.values.text(event.name()),
				this.values.attributes(event.attributes()));
	}

	private SpanLink link(SpanLink link) {
		this.values.add(Footprint.LINK);
		return new SpanLink(this.values.id(link.traceId()), this.values.id(link.spanId()),
				this.values.attributes(link.attributes()));
	}

	private Exemplar exemplar(Exemplar exemplar) {
		this.values.add(Footprint.EXEMPLAR);
		return new Exemplar(exemplar.timeNanos(), exemplar.value(), this.values.id(exemplar.traceId()),
				this.values.id(exemplar.spanId()), this.values.attributes(exemplar.filteredAttributes()));
	}

	private PointValue shareBounds(PointValue value, @Nullable PointValue previous) {
		if (value instanceof HistogramValue histogram && previous instanceof HistogramValue known
				&& histogram.bounds().equals(known.bounds())) {
			this.values.add(-Footprint.of(known.bounds()));
			return new HistogramValue(histogram.count(), histogram.sum(), histogram.min(), histogram.max(),
					known.bounds(), histogram.counts());
		}
		return value;
	}

	private <T> List<T> parts(List<T> parts, UnaryOperator<T> trimming) {
		if (parts.isEmpty()) {
			return List.of();
		}
		int size = this.values.limit(parts.size());
		this.values.add(Footprint.LIST + (long) size * Footprint.REFERENCE);
		List<T> kept = new ArrayList<>(size);
		parts.subList(0, size).forEach((part) -> kept.add(trimming.apply(part)));
		return Collections.unmodifiableList(kept);
	}

}

package dev.oddkit.observability.otlp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Keeps traces, the ones that got spans most recently. It evicts whole traces and lets no
 * single one take more than its share.
 */
final class TraceStore {

	private static final int REMEMBERED = 10_000;

	/**
	 * What a trace costs besides its spans, and a span besides its record.
	 */
	private static final int TRACE_BYTES = 320;

	private static final int SLOT_BYTES = 16;

	private final StoreLimits limits;

	private final Map<String, SpanBuffer> traces = new LinkedHashMap<>();

	private final RecentKeys<String> evicted = new RecentKeys<>(REMEMBERED);

	private final RecordTrimmer trimmer = new RecordTrimmer();

	private @Nullable List<Trace> sorted;

	private long version;

	private int spans;

	private long bytes;

	private long received;

	private long tracesEvicted;

	private long spansEvicted;

	private long late;

	private long overTraceLimit;

	private long cleared;

	TraceStore(StoreLimits limits) {
		this.limits = limits;
	}

	synchronized void add(Span span) {
		this.received++;
		SpanBuffer trace = this.traces.get(span.traceId());
		if (trace == null && this.evicted.contains(span.traceId())) {
			this.late++;
			return;
		}
		changed();
		Sized<Span> kept = this.trimmer.span(span, (trace != null) ? trace.traceId() : span.traceId());
		long size = kept.bytes() + SLOT_BYTES + ((trace != null) ? 0 : TRACE_BYTES);
		if (exceedsShare(trace, size)) {
			this.overTraceLimit++;
			if (trace != null) {
				trace.drop();
			}
			return;
		}
		SpanBuffer target = (trace != null) ? trace : new SpanBuffer(span.traceId());
		target.add(new Sized<>(kept.value(), size));
		this.spans++;
		this.bytes += size;
		this.traces.remove(target.traceId());
		this.traces.put(target.traceId(), target);
		evict();
	}

	private boolean exceedsShare(@Nullable SpanBuffer trace, long size) {
		if (trace == null) {
			return size > this.limits.bytesPerTrace();
		}
		return trace.size() >= this.limits.spansPerTrace() || trace.bytes() + size > this.limits.bytesPerTrace();
	}

	private void evict() {
		Iterator<SpanBuffer> oldest = this.traces.values().iterator();
		while (this.traces.size() > this.limits.maxTraces() || this.spans > this.limits.maxSpans()
				|| this.bytes > this.limits.traceBytes()) {
			SpanBuffer trace = oldest.next();
			oldest.remove();
			this.spans -= trace.size();
			this.bytes -= trace.bytes();
			this.tracesEvicted++;
			this.spansEvicted += trace.size();
			this.evicted.add(trace.traceId());
		}
	}

	List<Trace> traces() {
		List<SpanBuffer.Snapshot> snapshots;
		long seen;
		synchronized (this) {
			if (this.sorted != null) {
				return this.sorted;
			}
			seen = this.version;
			snapshots = new ArrayList<>(this.traces.size());
			this.traces.values().forEach((trace) -> snapshots.add(trace.snapshot()));
		}
		List<Trace> made = snapshots.stream()
			.map(SpanBuffer.Snapshot::trace)
			.sorted(Comparator.comparingLong(Trace::startNanos).reversed())
			.toList();
		synchronized (this) {
			this.sorted = (this.version == seen) ? made : null;
		}
		return made;
	}

	private void changed() {
		this.version++;
		this.sorted = null;
	}

	Optional<Trace> trace(String traceId) {
		SpanBuffer.Snapshot snapshot;
		synchronized (this) {
			SpanBuffer trace = this.traces.get(traceId);
			if (trace == null) {
				return Optional.empty();
			}
			snapshot = trace.snapshot();
		}
		return Optional.of(snapshot.trace());
	}

	synchronized StoreStats.Traces stats() {
		return new StoreStats.Traces(this.traces.size(), this.spans, this.bytes, this.received, this.tracesEvicted,
				this.spansEvicted, this.late, this.overTraceLimit, this.cleared);
	}

	synchronized long valuesCut() {
		return this.trimmer.valuesCut();
	}

	synchronized long partsDropped() {
		return this.trimmer.partsDropped();
	}

	synchronized void clear() {
		this.cleared += this.spans;
		changed();
		this.traces.clear();
		this.evicted.clear();
		this.spans = 0;
		this.bytes = 0;
	}

}

package dev.oddkit.observability.otlp;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The spans of one trace in the order of arrival. Adding never changes what a snapshot
 * sees, so that a reader can sort without holding a lock.
 */
final class SpanBuffer {

	private final String traceId;

	private Span[] spans = new Span[4];

	private int size;

	private long bytes;

	private long dropped;

	private @Nullable Snapshot snapshot;

	SpanBuffer(String traceId) {
		this.traceId = traceId;
	}

	String traceId() {
		return this.traceId;
	}

	int size() {
		return this.size;
	}

	long bytes() {
		return this.bytes;
	}

	void add(Sized<Span> span) {
		if (this.size == this.spans.length) {
			this.spans = Arrays.copyOf(this.spans, this.size * 2);
		}
		this.spans[this.size++] = span.value();
		this.bytes += span.bytes();
		this.snapshot = null;
	}

	void drop() {
		this.dropped++;
		this.snapshot = null;
	}

	Snapshot snapshot() {
		if (this.snapshot == null) {
			this.snapshot = new Snapshot(this.traceId, this.spans, this.size, this.dropped);
		}
		return this.snapshot;
	}

	/**
	 * The spans at one moment; it makes the trace of them once.
	 */
	static final class Snapshot {

		private final String traceId;

		private final Span[] spans;

		private final int size;

		private final long dropped;

		private volatile @Nullable Trace trace;

		Snapshot(String traceId, Span[] spans, int size, long dropped) {
			this.traceId = traceId;
			this.spans = spans;
			this.size = size;
			this.dropped = dropped;
		}

		Trace trace() {
			Trace made = this.trace;
			if (made == null) {
				List<Span> arrived = Arrays.asList(this.spans).subList(0, this.size);
				made = new Trace(this.traceId, arrived, this.dropped);
				this.trace = made;
			}
			return made;
		}

	}

}

package dev.oddkit.observability.otlp;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Resources or scopes, each held once however many requests repeat it. Once it is full,
 * new ones are charged to every record that has them.
 *
 * @param <T> resource or scope
 */
final class OriginPool<T> {

	private static final long MAX_BYTES = 512 * 1024;

	private static final long ENTRY_BYTES = 64;

	private final ValueTrimmer values;

	private final UnaryOperator<T> trimming;

	private final Map<T, T> pool = new HashMap<>();

	private long poolBytes;

	private WeakReference<T> lastSource = new WeakReference<>(null);

	private @Nullable T lastKept;

	private long lastCost;

	OriginPool(ValueTrimmer values, UnaryOperator<T> trimming) {
		this.values = values;
		this.trimming = trimming;
	}

	T keep(T source) {
		T last = this.lastKept;
		if (last == null || this.lastSource.get() != source) {
			last = find(source);
			this.lastKept = last;
			this.lastSource = new WeakReference<>(source);
		}
		this.values.add(this.lastCost);
		return last;
	}

	private T find(T source) {
		long before = this.values.drainBytes();
		T trimmed = this.trimming.apply(source);
		long size = ENTRY_BYTES + this.values.drainBytes();
		this.values.add(before);
		T pooled = this.pool.get(trimmed);
		if (pooled == null && this.poolBytes + size <= MAX_BYTES) {
			this.poolBytes += size;
			this.pool.put(trimmed, trimmed);
			pooled = trimmed;
		}
		this.lastCost = (pooled != null) ? 0 : size;
		return (pooled != null) ? pooled : trimmed;
	}

}

package dev.oddkit.observability.otlp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Keeps log records, the ones that arrived last.
 */
final class LogStore {

	private static final int SLOT_BYTES = 32;

	private final StoreLimits limits;

	private final Deque<Sized<LogRecord>> logs = new ArrayDeque<>();

	private final RecordTrimmer trimmer = new RecordTrimmer();

	private long bytes;

	private long received;

	private long evicted;

	private long tooLarge;

	private long cleared;

	LogStore(StoreLimits limits) {
		this.limits = limits;
	}

	synchronized void add(LogRecord log) {
		this.received++;
		Sized<LogRecord> kept = this.trimmer.log(log);
		if (size(kept) > this.limits.logBytes()) {
			this.tooLarge++;
			return;
		}
		this.logs.addLast(kept);
		this.bytes += size(kept);
		while (this.logs.size() > this.limits.maxLogs() || this.bytes > this.limits.logBytes()) {
			this.bytes -= size(this.logs.removeFirst());
			this.evicted++;
		}
	}

	List<LogRecord> newestFirst() {
		List<LogRecord> records = new ArrayList<>(arrived());
		Collections.reverse(records);
		records.sort(Comparator.comparingLong(LogRecord::timeNanos).reversed());
		return Collections.unmodifiableList(records);
	}

	List<LogRecord> ofTrace(String traceId) {
		return arrived().stream()
			.filter((log) -> log.traceId().equals(traceId))
			.sorted(Comparator.comparingLong(LogRecord::timeNanos))
			.toList();
	}

	private List<LogRecord> arrived() {
		Object[] copy;
		synchronized (this) {
			copy = this.logs.toArray();
		}
		List<LogRecord> records = new ArrayList<>(copy.length);
		Arrays.stream(copy).forEach((log) -> records.add((LogRecord) ((Sized<?>) log).value()));
		return records;
	}

	private static long size(Sized<LogRecord> log) {
		return log.bytes() + SLOT_BYTES;
	}

	synchronized StoreStats.Logs stats() {
		return new StoreStats.Logs(this.logs.size(), this.bytes, this.received, this.evicted, this.tooLarge,
				this.cleared);
	}

	synchronized long valuesCut() {
		return this.trimmer.valuesCut();
	}

	synchronized long partsDropped() {
		return this.trimmer.partsDropped();
	}

	synchronized void clear() {
		this.cleared += this.logs.size();
		this.logs.clear();
		this.bytes = 0;
	}

}

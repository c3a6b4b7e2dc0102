package dev.oddkit.observability.otlp;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what a receiver lets in and what it refuses.
 */
final class ReceiverCounters {

	private final LongAdder requests = new LongAdder();

	private final LongAdder bytes = new LongAdder();

	private final Map<Signal, LongAdder> records = new EnumMap<>(Signal.class);

	private final Map<Rejection, LongAdder> rejections = new EnumMap<>(Rejection.class);

	private final LongAdder invalidRecords = new LongAdder();

	private final LongAdder refusedRecords = new LongAdder();

	ReceiverCounters() {
		for (Signal signal : Signal.values()) {
			this.records.put(signal, new LongAdder());
		}
		for (Rejection reason : Rejection.values()) {
			this.rejections.put(reason, new LongAdder());
		}
	}

	void accepted(Signal signal, Delivery delivery, long bytes) {
		this.requests.increment();
		this.bytes.add(bytes);
		adder(this.records, signal).add(delivery.taken());
		this.invalidRecords.add(delivery.invalid());
		this.refusedRecords.add(delivery.refused());
	}

	void rejected(Rejection reason) {
		adder(this.rejections, reason).increment();
	}

	ReceiverStats snapshot() {
		Map<Rejection, Long> rejected = new EnumMap<>(Rejection.class);
		this.rejections.forEach((reason, count) -> rejected.put(reason, count.sum()));
		return new ReceiverStats(this.requests.sum(), this.bytes.sum(), adder(this.records, Signal.TRACES).sum(),
				adder(this.records, Signal.LOGS).sum(), adder(this.records, Signal.METRICS).sum(), rejected,
				this.invalidRecords.sum(), this.refusedRecords.sum());
	}

	@SuppressWarnings("NullAway")
	private static <K> LongAdder adder(Map<K, LongAdder> adders, K key) {
		return adders.get(key);
	}

}

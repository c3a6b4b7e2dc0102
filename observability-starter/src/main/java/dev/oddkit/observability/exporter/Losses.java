package dev.oddkit.observability.exporter;

import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Puts into words what was lost since it was told the last time.
 */
class Losses {

	private final Map<Signal, SignalLedger> ledgers;

	private final Map<Signal, Map<LossReason, Long>> told = new EnumMap<>(Signal.class);

	Losses(Map<Signal, SignalLedger> ledgers) {
		this.ledgers = ledgers;
		for (Signal signal : Signal.values()) {
			this.told.put(signal, new EnumMap<>(LossReason.class));
		}
	}

	/**
	 * Tell the losses of every signal.
	 * @param totalsComplete whether metrics are sent as running totals and will be sent
	 * again, so that a missed push has lost none
	 * @return for example {@code 12 spans (10 queue_full, 2 timeout)}, or {@code nothing}
	 */
	String tell(boolean totalsComplete) {
		StringJoiner losses = new StringJoiner(", ").setEmptyValue("nothing");
		this.ledgers.forEach((signal, ledger) -> {
			String loss = tell(signal, ledger);
			if (!loss.isEmpty()) {
				losses.add((signal == Signal.METRICS && totalsComplete) ? "steps of metrics, but no total" : loss);
			}
		});
		return losses.toString();
	}

	private String tell(Signal signal, SignalLedger ledger) {
		Map<LossReason, Long> before = this.told.getOrDefault(signal, Map.of());
		StringJoiner reasons = new StringJoiner(", ", " (", ")");
		long sum = 0;
		for (LossReason reason : LossReason.values()) {
			long total = ledger.dropped(reason);
			long since = total - before.getOrDefault(reason, 0L);
			if (since > 0) {
				before.put(reason, total);
				reasons.add(since + " " + reason.key());
				sum += since;
			}
		}
		return (sum > 0) ? signal.items(sum) + reasons : "";
	}

}

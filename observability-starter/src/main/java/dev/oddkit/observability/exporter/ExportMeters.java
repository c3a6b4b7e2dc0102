package dev.oddkit.observability.exporter;

import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Publishes the ledgers as meters.
 */
class ExportMeters implements MeterBinder {

	private final ExportStatus status;

	ExportMeters(ExportStatus status) {
		this.status = status;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (Signal signal : Signal.values()) {
			SignalLedger ledger = this.status.ledger(signal);
			count(registry, signal, "exported", "none", SignalLedger::exported);
			for (LossReason reason : LossReason.values()) {
				count(registry, signal, "dropped", reason.key(), (items) -> items.dropped(reason));
			}
			if (signal != Signal.METRICS) {
				FunctionCounter.builder("observability.exporter.values.cut", ledger, SignalLedger::cut)
					.description("Attributes and messages of which only the beginning was kept")
					.tag("signal", signal.key())
					.register(registry);
			}
			Gauge.builder("observability.exporter.queued", ledger, SignalLedger::queued)
				.description("Items that wait for the end of their export")
				.tag("signal", signal.key())
				.register(registry);
		}
	}

	private void count(MeterRegistry registry, Signal signal, String result, String reason,
			ToDoubleFunction<SignalLedger> count) {
		FunctionCounter.builder("observability.exporter.items", this.status.ledger(signal), count)
			.description("Spans, metric points and log records by what became of them")
			.tag("signal", signal.key())
			.tag("result", result)
			.tag("reason", reason)
			.register(registry);
	}

}

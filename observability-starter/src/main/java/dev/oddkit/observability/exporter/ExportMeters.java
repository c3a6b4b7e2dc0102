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
			count(registry, signal, "exported", ledger, SignalLedger::exported);
			count(registry, signal, "failed", ledger, SignalLedger::failed);
			count(registry, signal, "dropped", ledger, SignalLedger::dropped);
			Gauge.builder("observability.exporter.queued", ledger, SignalLedger::queued)
				.description("Spans and log records that wait for their export")
				.tag("signal", signal.key())
				.register(registry);
		}
	}

	private static void count(MeterRegistry registry, Signal signal, String result, SignalLedger ledger,
			ToDoubleFunction<SignalLedger> count) {
		FunctionCounter.builder("observability.exporter.items", ledger, count)
			.description("Spans, metric points and log records by what became of them")
			.tag("signal", signal.key())
			.tag("result", result)
			.register(registry);
	}

}

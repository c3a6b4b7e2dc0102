package dev.oddkit.observability.exporter;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether telemetry reaches its destination and says so once per change, for all
 * signals together: a warning with the first failure, a line with what was lost when
 * every signal is back.
 */
class ExportStatus {

	private static final Logger logger = LoggerFactory.getLogger(ExportStatus.class);

	private final Map<Signal, SignalLedger> ledgers = new EnumMap<>(Signal.class);

	private final Set<Signal> failing = EnumSet.noneOf(Signal.class);

	private final Map<Signal, Long> lostBefore = new EnumMap<>(Signal.class);

	private volatile boolean healthy = true;

	private long failingSince;

	private @Nullable String lastError;

	ExportStatus() {
		for (Signal signal : Signal.values()) {
			this.ledgers.put(signal, new SignalLedger());
			this.lostBefore.put(signal, 0L);
		}
	}

	SignalLedger ledger(Signal signal) {
		SignalLedger ledger = this.ledgers.get(signal);
		if (ledger == null) {
			throw new IllegalStateException("No ledger for " + signal);
		}
		return ledger;
	}

	void succeeded(Signal signal) {
		if (!this.healthy) {
			recovered(signal);
		}
	}

	synchronized void failed(Signal signal, String destination, @Nullable Throwable failure) {
		this.failing.add(signal);
		this.lastError = ExportFailure.describe(failure);
		if (this.healthy) {
			this.healthy = false;
			this.failingSince = System.nanoTime();
			logger.warn("Telemetry does not reach {}: {} failed ({}). The application is not affected; "
					+ "what does not fit into the queues is counted as lost. The next line says when it is back",
					destination, signal.key(), this.lastError);
		}
	}

	private synchronized void recovered(Signal signal) {
		this.failing.remove(signal);
		if (!this.failing.isEmpty() || this.healthy) {
			return;
		}
		this.healthy = true;
		logger.info("Telemetry is delivered again after {} s. Lost meanwhile: {}",
				Duration.ofNanos(System.nanoTime() - this.failingSince).toSeconds(), lost());
	}

	private String lost() {
		StringJoiner lost = new StringJoiner(", ");
		this.ledgers.forEach((signal, ledger) -> {
			long total = ledger.lost();
			Long before = this.lostBefore.put(signal, total);
			long since = total - ((before != null) ? before : 0);
			if (since > 0) {
				lost.add(since + " " + signal.items());
			}
		});
		return (lost.length() > 0) ? lost.toString() : "nothing";
	}

	boolean isHealthy() {
		return this.healthy;
	}

	synchronized @Nullable String lastError() {
		return this.lastError;
	}

}

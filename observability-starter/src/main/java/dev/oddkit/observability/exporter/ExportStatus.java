package dev.oddkit.observability.exporter;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;

/**
 * Knows whether telemetry reaches its destination and says so once per change, for all
 * signals together: a warning with the first failure, a line with what was lost when
 * every signal that failed is back and no export from the time of the outage is open.
 */
class ExportStatus implements DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(ExportStatus.class);

	private final Map<Signal, SignalLedger> ledgers = new EnumMap<>(Signal.class);

	private final Set<Signal> failing = EnumSet.noneOf(Signal.class);

	private final Map<Signal, Long> lostBefore = new EnumMap<>(Signal.class);

	/**
	 * The numbers of the exports that have no outcome yet.
	 */
	private final TreeSet<Long> open = new TreeSet<>();

	private long nextExport;

	/**
	 * Exports with a lower number belong to the outage.
	 */
	private long firstAfterOutage;

	private boolean healthy = true;

	private boolean closed;

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

	/**
	 * Take note that an export begins.
	 * @return the number of the export
	 */
	synchronized long begin() {
		long export = this.nextExport++;
		this.open.add(export);
		return export;
	}

	synchronized void succeeded(long export, Signal signal) {
		this.open.remove(export);
		if (this.healthy || this.closed) {
			return;
		}
		if (this.failing.remove(signal) && this.failing.isEmpty()) {
			this.firstAfterOutage = this.nextExport;
		}
		if (this.failing.isEmpty() && (this.open.isEmpty() || this.open.first() >= this.firstAfterOutage)) {
			this.healthy = true;
			logger.info("Telemetry is delivered again after {} s. Lost meanwhile: {}",
					Duration.ofNanos(System.nanoTime() - this.failingSince).toSeconds(), lost());
		}
	}

	synchronized void failed(long export, Signal signal, String destination, @Nullable Throwable failure) {
		this.open.remove(export);
		this.failing.add(signal);
		this.lastError = ExportFailure.describe(failure);
		if (this.healthy && !this.closed) {
			this.healthy = false;
			this.failingSince = System.nanoTime();
			logger.warn("Telemetry does not reach {}: {} failed ({}). The application is not affected; "
					+ "what does not fit into the queues is counted as lost. The next line says when it is back",
					destination, signal.key(), this.lastError);
		}
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

	synchronized boolean isHealthy() {
		return this.healthy;
	}

	synchronized @Nullable String lastError() {
		return this.lastError;
	}

	/**
	 * Be silent from now on: exports that are given up at the end are no outage.
	 */
	@Override
	public synchronized void destroy() {
		this.closed = true;
	}

}

package dev.oddkit.observability.exporter;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;

/**
 * Knows whether telemetry reaches its destination and says so once per change, for all
 * signals together: a warning with the first trouble, a line with what was lost when
 * every receiver is well again and no export from the time of the outage is open, and one
 * at the end of the application if something was lost that nobody said yet.
 */
class ExportStatus implements DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(ExportStatus.class);

	private final Map<Signal, SignalLedger> ledgers = new EnumMap<>(Signal.class);

	private final Set<Delivery> failing = Collections.newSetFromMap(new IdentityHashMap<>());

	private final Losses losses = new Losses(this.ledgers);

	private final Calm calm = new Calm();

	private final Waits waits;

	private final BatchThreads threads = new BatchThreads();

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

	private boolean ending;

	private boolean totalsComplete = true;

	private long failingSince;

	private @Nullable String lastTrouble;

	ExportStatus(Waits waits) {
		this.waits = waits;
		for (Signal signal : Signal.values()) {
			this.ledgers.put(signal, new SignalLedger());
		}
	}

	Waits waits() {
		return this.waits;
	}

	BatchThreads threads() {
		return this.threads;
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

	/**
	 * Take note of the end of an export.
	 * @param export the number of the export
	 * @param delivery whose it was
	 * @param trouble what was wrong, or {@code null} if everything arrived
	 */
	synchronized void ended(long export, Delivery delivery, @Nullable String trouble) {
		this.open.remove(export);
		if (trouble != null) {
			troubled(delivery, trouble);
		}
		else if (!this.healthy) {
			well(delivery);
		}
	}

	private void troubled(Delivery delivery, String trouble) {
		this.failing.add(delivery);
		this.lastTrouble = trouble;
		long now = System.nanoTime();
		this.calm.failed(now, this.healthy);
		if (this.healthy) {
			this.healthy = false;
			this.failingSince = now;
			if (!this.ending) {
				logger.warn("{}. The application is not affected; what does not fit into the queues is counted as "
						+ "lost. The next line says when it is over", trouble);
			}
		}
		if (this.ending) {
			this.waits.hurry();
		}
	}

	private void well(Delivery delivery) {
		if (this.failing.remove(delivery) && this.failing.isEmpty()) {
			this.firstAfterOutage = this.nextExport;
		}
		boolean settled = this.failing.isEmpty() && (this.open.isEmpty() || this.open.first() >= this.firstAfterOutage);
		long now = System.nanoTime();
		if (settled && this.calm.isBack(now)) {
			this.healthy = true;
			logger.info("Telemetry is delivered again after {} s. Lost meanwhile: {}",
					Duration.ofNanos(now - this.failingSince).toSeconds(), this.losses.tell(this.totalsComplete));
		}
	}

	/**
	 * Take note of who gets metrics.
	 * @param cumulative whether the next push has what a failed one had
	 */
	synchronized void metricsAre(boolean cumulative) {
		this.totalsComplete &= cumulative;
	}

	synchronized boolean isHealthy() {
		return this.healthy;
	}

	synchronized @Nullable String lastTrouble() {
		return this.lastTrouble;
	}

	/**
	 * Take note that the application ends: while there is trouble, nothing waits for a
	 * further attempt any more.
	 */
	synchronized void ending() {
		this.ending = true;
		if (!this.healthy) {
			this.waits.hurry();
		}
	}

	/**
	 * Give up what could not be delivered and say so. The SDK was closed before.
	 */
	@Override
	public synchronized void destroy() {
		this.ledgers.values().forEach(SignalLedger::close);
		this.waits.close();
		this.threads.wake();
		String lost = this.losses.tell(false);
		if (!lost.equals("nothing")) {
			String cause = (this.lastTrouble != null) ? this.lastTrouble : this.waits.reason();
			logger.warn("Telemetry was lost at the end: {}. {}The end may take observability.sdk.shutdown-timeout",
					lost, (cause != null) ? "Last failure: " + cause + ". " : "");
		}
	}

}

package dev.oddkit.observability.exporter;

import java.util.function.Supplier;

import io.opentelemetry.sdk.common.CompletableResultCode;
import org.jspecify.annotations.Nullable;

/**
 * Books the outcome of the exports of one signal to one destination.
 */
record Delivery(Signal signal, String destination, ExportStatus status) {

	CompletableResultCode book(int items, Supplier<CompletableResultCode> export) {
		SignalLedger ledger = ledger();
		if (ledger.isClosed()) {
			return CompletableResultCode.ofFailure();
		}
		long number = this.status.begin();
		long overflow = ledger.dropped(LossReason.QUEUE_FULL);
		Answer answer = new Answer();
		CompletableResultCode outcome = answer.during(export);
		outcome.whenComplete(() -> {
			int lost = outcome.isSuccess() ? (int) Math.min(items, answer.rejected()) : items;
			ledger.settle(items, lost, outcome.isSuccess() ? LossReason.PARTIAL_SUCCESS : answer.reason());
			this.status.ended(number, this.signal,
					trouble(outcome, answer, lost, items, ledger.dropped(LossReason.QUEUE_FULL) - overflow));
		});
		return outcome;
	}

	private @Nullable String trouble(CompletableResultCode outcome, Answer answer, int lost, int items, long overflow) {
		if (!outcome.isSuccess()) {
			String failure = answer.failure();
			return "Telemetry does not reach " + this.destination + ": " + this.signal.key() + " failed ("
					+ ((failure != null) ? failure : ExportFailure.describe(outcome.getFailureThrowable())) + ")";
		}
		if (lost > 0) {
			return this.destination + " does not accept all telemetry: " + lost + " of " + this.signal.items(items)
					+ " rejected (" + answer.message() + ")";
		}
		if (overflow > 0) {
			return this.destination + " takes telemetry more slowly than it is emitted: the queue of "
					+ this.signal.key() + " is full";
		}
		return null;
	}

	SignalLedger ledger() {
		return this.status.ledger(this.signal);
	}

}

package dev.oddkit.observability.exporter;

import java.util.function.Supplier;

import io.opentelemetry.sdk.common.CompletableResultCode;

/**
 * Books the outcome of the exports of one signal to one destination.
 */
record Delivery(Signal signal, String destination, ExportStatus status) {

	CompletableResultCode book(int items, Supplier<CompletableResultCode> export) {
		SignalLedger ledger = this.status.ledger(this.signal);
		CompletableResultCode result;
		try {
			result = export.get();
		}
		catch (RuntimeException ex) {
			result = CompletableResultCode.ofExceptionalFailure(ex);
		}
		CompletableResultCode outcome = result;
		outcome.whenComplete(() -> {
			if (outcome.isSuccess()) {
				ledger.exported(items);
				this.status.succeeded(this.signal);
			}
			else {
				ledger.failed(items);
				this.status.failed(this.signal, this.destination, outcome.getFailureThrowable());
			}
		});
		return outcome;
	}

}

package dev.oddkit.observability.exporter;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.ReadWriteLogRecord;

/**
 * Stands before the batch processor and hands it no more records than its queue holds, so
 * that each one too many is booked instead of lost inside.
 */
record BoundedLogRecordProcessor(LogRecordProcessor delegate, SignalLedger ledger,
		int capacity) implements LogRecordProcessor {

	@Override
	public void onEmit(Context context, ReadWriteLogRecord logRecord) {
		if (this.ledger.admit(this.capacity)) {
			this.delegate.onEmit(context, logRecord);
		}
	}

	@Override
	public CompletableResultCode shutdown() {
		return this.delegate.shutdown();
	}

	@Override
	public CompletableResultCode forceFlush() {
		return this.delegate.forceFlush();
	}

}

package dev.oddkit.observability.exporter;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.ReadWriteLogRecord;

/**
 * Stands before the batch processor and hands it no more records than its queue holds, so
 * that each one too many is booked instead of lost inside.
 *
 * @param delegate the batch processor
 * @param ledger the ledger of log records
 * @param limit how much may wait
 * @param valueLimit characters that are kept of a body
 * @param attributeLimit characters that the SDK keeps of an attribute
 */
record BoundedLogRecordProcessor(LogRecordProcessor delegate, SignalLedger ledger, QueueLimit limit, int valueLimit,
		int attributeLimit) implements LogRecordProcessor {

	@Override
	public void onEmit(Context context, ReadWriteLogRecord logRecord) {
		FrozenLogRecord frozen = FrozenLogRecord.of(logRecord.toLogRecordData(), this.valueLimit);
		TextWeight weight = TextWeight.of(frozen, this.attributeLimit);
		if (this.ledger.admit(this.limit, weight.text())) {
			this.ledger.cut(weight.cut() + (frozen.isCut() ? 1 : 0));
			this.delegate.onEmit(context, frozen);
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

package dev.oddkit.observability.exporter;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Stands before the batch processor and hands it no more spans than its queue holds, so
 * that each one too many is booked instead of lost inside.
 *
 * @param delegate the batch processor
 * @param ledger the ledger of spans
 * @param limit how much may wait
 * @param valueLimit characters that the SDK keeps of an attribute
 */
record BoundedSpanProcessor(SpanProcessor delegate, SignalLedger ledger, QueueLimit limit,
		int valueLimit) implements SpanProcessor {

	@Override
	public void onStart(Context parentContext, ReadWriteSpan span) {
		this.delegate.onStart(parentContext, span);
	}

	@Override
	public boolean isStartRequired() {
		return this.delegate.isStartRequired();
	}

	@Override
	public void onEnd(ReadableSpan span) {
		if (!span.getSpanContext().isSampled()) {
			return;
		}
		TextWeight weight = TextWeight.of(span.toSpanData(), this.valueLimit);
		if (this.ledger.admit(this.limit, weight.text())) {
			this.ledger.cut(weight.cut());
			this.delegate.onEnd(span);
		}
	}

	@Override
	public boolean isEndRequired() {
		return true;
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

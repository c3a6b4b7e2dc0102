package dev.oddkit.observability.exporter;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Stands before the batch processor and hands it no more spans than its queue holds, so
 * that each one too many is booked instead of lost inside.
 */
record BoundedSpanProcessor(SpanProcessor delegate, SignalLedger ledger, QueueLimit limit) implements SpanProcessor {

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
		if (span.getSpanContext().isSampled() && this.ledger.admit(this.limit, TextWeight.of(span.toSpanData()))) {
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

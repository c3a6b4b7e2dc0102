package dev.oddkit.observability.exporter;

import java.util.Collection;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * Books what an exporter does with its spans.
 */
record BookedSpanExporter(SpanExporter delegate, Delivery delivery) implements SpanExporter {

	@Override
	public CompletableResultCode export(Collection<SpanData> spans) {
		return this.delivery.book(spans.size(), () -> this.delegate.export(spans));
	}

	@Override
	public CompletableResultCode flush() {
		return this.delegate.flush();
	}

	@Override
	public CompletableResultCode shutdown() {
		return this.delegate.shutdown();
	}

}

package dev.oddkit.observability.exporter;

import java.util.Collection;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * Exports spans with the certificates of the day.
 */
record RenewedSpanExporter(Renewable<SpanExporter> current) implements SpanExporter {

	@Override
	public CompletableResultCode export(Collection<SpanData> spans) {
		return this.current.get().export(spans);
	}

	@Override
	public CompletableResultCode flush() {
		return this.current.get().flush();
	}

	@Override
	public CompletableResultCode shutdown() {
		return this.current.get().shutdown();
	}

}

package dev.oddkit.observability.exporter;

import java.util.Collection;
import java.util.function.Supplier;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * Exports spans by the exporter of the moment.
 */
record RelayedSpanExporter(Supplier<SpanExporter> exporter, Relay<SpanData> relay) implements SpanExporter {

	@Override
	public CompletableResultCode export(Collection<SpanData> spans) {
		return this.relay.export(spans, (items) -> this.exporter.get().export(items));
	}

	@Override
	public CompletableResultCode flush() {
		return this.relay.afterwards(() -> this.exporter.get().flush());
	}

	@Override
	public CompletableResultCode shutdown() {
		return this.relay.afterwards(() -> this.exporter.get().shutdown());
	}

	@Override
	public String toString() {
		return String.valueOf(this.exporter.get());
	}

}

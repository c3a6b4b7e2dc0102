package dev.oddkit.observability.exporter;

import java.util.Collection;
import java.util.function.Supplier;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;

/**
 * Exports log records by the exporter of the moment.
 */
record RelayedLogRecordExporter(Supplier<LogRecordExporter> exporter,
		Relay<LogRecordData> relay) implements LogRecordExporter {

	@Override
	public CompletableResultCode export(Collection<LogRecordData> logs) {
		return this.relay.export(logs, (items) -> this.exporter.get().export(items));
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

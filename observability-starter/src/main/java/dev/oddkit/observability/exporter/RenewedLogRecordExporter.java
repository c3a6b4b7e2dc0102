package dev.oddkit.observability.exporter;

import java.util.Collection;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;

/**
 * Exports log records with the certificates of the day.
 */
record RenewedLogRecordExporter(Renewable<LogRecordExporter> current) implements LogRecordExporter {

	@Override
	public CompletableResultCode export(Collection<LogRecordData> logs) {
		return this.current.get().export(logs);
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

package dev.oddkit.observability.exporter;

import java.util.Collection;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;

/**
 * Books what an exporter does with its log records.
 */
record BookedLogRecordExporter(LogRecordExporter delegate, Delivery delivery) implements LogRecordExporter {

	@Override
	public CompletableResultCode export(Collection<LogRecordData> logs) {
		return this.delivery.book(logs.size(), () -> this.delegate.export(logs));
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

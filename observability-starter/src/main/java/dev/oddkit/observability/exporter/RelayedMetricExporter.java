package dev.oddkit.observability.exporter;

import java.util.Collection;
import java.util.function.Supplier;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;

/**
 * Exports metrics by the exporter of the moment.
 */
record RelayedMetricExporter(Supplier<MetricExporter> exporter, Relay<MetricData> relay) implements MetricExporter {

	@Override
	public CompletableResultCode export(Collection<MetricData> metrics) {
		return this.relay.export(metrics, (items) -> this.exporter.get().export(items));
	}

	@Override
	public CompletableResultCode flush() {
		return this.exporter.get().flush();
	}

	@Override
	public CompletableResultCode shutdown() {
		return this.exporter.get().shutdown();
	}

	@Override
	public Aggregation getDefaultAggregation(InstrumentType instrumentType) {
		return this.exporter.get().getDefaultAggregation(instrumentType);
	}

	@Override
	public AggregationTemporality getAggregationTemporality(InstrumentType instrumentType) {
		return this.exporter.get().getAggregationTemporality(instrumentType);
	}

	@Override
	public MemoryMode getMemoryMode() {
		return this.exporter.get().getMemoryMode();
	}

	@Override
	public String toString() {
		return String.valueOf(this.exporter.get());
	}

}

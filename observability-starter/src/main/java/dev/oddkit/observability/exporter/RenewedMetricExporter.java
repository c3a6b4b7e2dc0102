package dev.oddkit.observability.exporter;

import java.util.Collection;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;

/**
 * Exports metrics with the certificates of the day.
 */
record RenewedMetricExporter(Renewable<MetricExporter> current) implements MetricExporter {

	@Override
	public CompletableResultCode export(Collection<MetricData> metrics) {
		return this.current.get().export(metrics);
	}

	@Override
	public CompletableResultCode flush() {
		return this.current.get().flush();
	}

	@Override
	public CompletableResultCode shutdown() {
		return this.current.get().shutdown();
	}

	@Override
	public Aggregation getDefaultAggregation(InstrumentType instrumentType) {
		return this.current.get().getDefaultAggregation(instrumentType);
	}

	@Override
	public AggregationTemporality getAggregationTemporality(InstrumentType instrumentType) {
		return this.current.get().getAggregationTemporality(instrumentType);
	}

	@Override
	public MemoryMode getMemoryMode() {
		return this.current.get().getMemoryMode();
	}

}

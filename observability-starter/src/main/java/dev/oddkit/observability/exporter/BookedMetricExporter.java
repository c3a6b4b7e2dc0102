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
 * Books what an exporter does with its metric points.
 */
record BookedMetricExporter(MetricExporter delegate, Delivery delivery) implements MetricExporter {

	/**
	 * Export and book. The result is always success: the SDK's reader would log a failure
	 * with each push and do nothing else about it.
	 */
	@Override
	public CompletableResultCode export(Collection<MetricData> metrics) {
		int points = metrics.stream().mapToInt((metric) -> metric.getData().getPoints().size()).sum();
		this.delivery.status().totalsComplete(isCumulative());
		if (!this.delivery.ledger().admitAll(points)) {
			return CompletableResultCode.ofSuccess();
		}
		CompletableResultCode booked = new CompletableResultCode();
		this.delivery.book(points, () -> this.delegate.export(metrics)).whenComplete(booked::succeed);
		return booked;
	}

	private boolean isCumulative() {
		return getAggregationTemporality(InstrumentType.COUNTER) == AggregationTemporality.CUMULATIVE;
	}

	@Override
	public CompletableResultCode flush() {
		return this.delegate.flush();
	}

	@Override
	public CompletableResultCode shutdown() {
		return this.delegate.shutdown();
	}

	@Override
	public Aggregation getDefaultAggregation(InstrumentType instrumentType) {
		return this.delegate.getDefaultAggregation(instrumentType);
	}

	@Override
	public AggregationTemporality getAggregationTemporality(InstrumentType instrumentType) {
		return this.delegate.getAggregationTemporality(instrumentType);
	}

	@Override
	public MemoryMode getMemoryMode() {
		return this.delegate.getMemoryMode();
	}

}

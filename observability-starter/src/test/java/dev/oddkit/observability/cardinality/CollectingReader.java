package dev.oddkit.observability.cardinality;

import java.util.Collection;
import java.util.List;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;

/**
 * Collects what the SDK has, when it is asked.
 */
final class CollectingReader implements MetricReader {

	private final AggregationTemporality temporality;

	private CollectionRegistration registration = CollectionRegistration.noop();

	CollectingReader(AggregationTemporality temporality) {
		this.temporality = temporality;
	}

	Collection<MetricData> collect() {
		return List.copyOf(this.registration.collectAllMetrics());
	}

	@Override
	public void register(CollectionRegistration registration) {
		this.registration = registration;
	}

	@Override
	public CompletableResultCode forceFlush() {
		return CompletableResultCode.ofSuccess();
	}

	@Override
	public CompletableResultCode shutdown() {
		return CompletableResultCode.ofSuccess();
	}

	@Override
	public AggregationTemporality getAggregationTemporality(InstrumentType instrumentType) {
		return this.temporality;
	}

}

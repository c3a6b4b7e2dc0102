package dev.oddkit.observability.metrics;

import java.util.Collection;
import java.util.List;

import io.opentelemetry.exporter.prometheus.PrometheusMetricReader;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/**
 * Lets a scrape see what was recorded with the OpenTelemetry API. Meters that came from
 * Micrometer for the sake of the push are left out: the scrape has them already.
 */
class OpenTelemetryMetrics implements MetricReader, MultiCollector {

	private static final String MICROMETER_SCOPE = "io.opentelemetry.micrometer-1.5";

	private final PrometheusMetricReader reader = PrometheusMetricReader.builder().build();

	@Override
	public void register(CollectionRegistration registration) {
		this.reader.register(new CollectionRegistration() {

			@Override
			public Collection<MetricData> collectAllMetrics() {
				return withoutMicrometer(registration.collectAllMetrics());
			}

		});
	}

	private static List<MetricData> withoutMicrometer(Collection<MetricData> metrics) {
		return metrics.stream()
			.filter((metric) -> !MICROMETER_SCOPE.equals(metric.getInstrumentationScopeInfo().getName()))
			.toList();
	}

	@Override
	public MetricSnapshots collect() {
		return this.reader.collect();
	}

	@Override
	public AggregationTemporality getAggregationTemporality(InstrumentType instrumentType) {
		return this.reader.getAggregationTemporality(instrumentType);
	}

	@Override
	public MemoryMode getMemoryMode() {
		return MemoryMode.IMMUTABLE_DATA;
	}

	@Override
	public CompletableResultCode forceFlush() {
		return this.reader.forceFlush();
	}

	@Override
	public CompletableResultCode shutdown() {
		return this.reader.shutdown();
	}

}

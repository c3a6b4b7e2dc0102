package dev.oddkit.observability.metrics;

import java.util.Collection;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;

/**
 * Lets metrics be pushed with {@link BareExemplars bare exemplars}, whoever exports them:
 * it comes after all who choose the exporter.
 */
class BarePush implements AutoConfigurationCustomizerProvider {

	@Override
	public void customize(AutoConfigurationCustomizer customizer) {
		customizer.addMetricExporterCustomizer((exporter, config) -> bare(exporter));
	}

	static MetricExporter bare(MetricExporter exporter) {
		return new BareMetricExporter(exporter);
	}

	@Override
	public int order() {
		return Integer.MAX_VALUE;
	}

	/**
	 * Exports what is left.
	 *
	 * @param delegate the exporter
	 */
	private record BareMetricExporter(MetricExporter delegate) implements MetricExporter {

		@Override
		public CompletableResultCode export(Collection<MetricData> metrics) {
			return this.delegate.export(metrics.stream().map(BareExemplars::of).toList());
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

}

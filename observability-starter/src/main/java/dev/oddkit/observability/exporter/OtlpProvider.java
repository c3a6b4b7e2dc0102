package dev.oddkit.observability.exporter;

import java.util.function.Function;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.internal.AutoConfigureListener;
import io.opentelemetry.sdk.autoconfigure.spi.logs.ConfigurableLogRecordExporterProvider;
import io.opentelemetry.sdk.autoconfigure.spi.metrics.ConfigurableMetricExporterProvider;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * Has the SDK's own provider make an OTLP exporter with the starter's senders. Without
 * it, the SDK would build its client for each signal first, and the start load OkHttp and
 * Kotlin for nothing.
 *
 * @param <T> the type of the provider
 */
abstract class OtlpProvider<T> implements AutoConfigureListener {

	private static final String NAME = "otlp";

	private final ComponentLoader senders;

	final T provider;

	private OtlpProvider(Class<T> spi, Function<T, String> name, ComponentLoader senders) {
		this.senders = senders;
		ComponentLoader loader = ComponentLoader.forClassLoader(OtlpProvider.class.getClassLoader());
		this.provider = ComponentLoader.loadList(loader, spi)
			.stream()
			.filter((provider) -> NAME.equals(name.apply(provider)))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No " + spi.getName() + " makes exporters of OTLP"));
	}

	ConfigProperties withSenders(ConfigProperties config) {
		return new SenderConfig(config, this.senders);
	}

	public String getName() {
		return NAME;
	}

	@Override
	public void afterAutoConfigure(OpenTelemetrySdk sdk) {
		if (this.provider instanceof AutoConfigureListener listener) {
			listener.afterAutoConfigure(sdk);
		}
	}

	static final class Spans extends OtlpProvider<ConfigurableSpanExporterProvider>
			implements ConfigurableSpanExporterProvider {

		Spans(ComponentLoader senders) {
			super(ConfigurableSpanExporterProvider.class, ConfigurableSpanExporterProvider::getName, senders);
		}

		@Override
		public SpanExporter createExporter(ConfigProperties config) {
			return this.provider.createExporter(withSenders(config));
		}

	}

	static final class Logs extends OtlpProvider<ConfigurableLogRecordExporterProvider>
			implements ConfigurableLogRecordExporterProvider {

		Logs(ComponentLoader senders) {
			super(ConfigurableLogRecordExporterProvider.class, ConfigurableLogRecordExporterProvider::getName, senders);
		}

		@Override
		public LogRecordExporter createExporter(ConfigProperties config) {
			return this.provider.createExporter(withSenders(config));
		}

	}

	static final class Metrics extends OtlpProvider<ConfigurableMetricExporterProvider>
			implements ConfigurableMetricExporterProvider {

		Metrics(ComponentLoader senders) {
			super(ConfigurableMetricExporterProvider.class, ConfigurableMetricExporterProvider::getName, senders);
		}

		@Override
		public MetricExporter createExporter(ConfigProperties config) {
			return this.provider.createExporter(withSenders(config));
		}

	}

}

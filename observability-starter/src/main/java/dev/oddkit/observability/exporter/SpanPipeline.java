package dev.oddkit.observability.exporter;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.exporter.SpanFilter;
import io.micrometer.tracing.exporter.SpanReporter;
import io.micrometer.tracing.otel.bridge.CompositeSpanExporter;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Aims the SDK's span exporter and puts the user's exporters, predicates, filters and
 * reporters behind the one batch processor.
 */
class SpanPipeline {

	private final ListableBeanFactory beans;

	private final Destinations destinations;

	private final ExportStatus status;

	private boolean attached;

	SpanPipeline(ListableBeanFactory beans, Destinations destinations, ExportStatus status) {
		this.beans = beans;
		this.destinations = destinations;
		this.status = status;
	}

	void customize(AutoConfigurationCustomizer customizer) {
		customizer.addSpanExporterCustomizer((exporter, config) -> exporter(exporter));
		customizer.addSpanProcessorCustomizer((processor, config) -> processor(processor));
	}

	private SpanExporter exporter(SpanExporter configured) {
		List<SpanExporter> exporters = new ArrayList<>();
		OtlpBuilder<SpanExporter> builder = OtlpBuilder.of(configured);
		if (builder == null) {
			exporters.add(configured);
		}
		else {
			configured.shutdown();
			this.destinations.aim(Signal.TRACES, builder).ifPresent(exporters::add);
		}
		if (this.attached) {
			return SpanExporter.composite(exporters);
		}
		this.attached = true;
		return withUserBeans(exporters);
	}

	private SpanExporter withUserBeans(List<SpanExporter> exporters) {
		this.beans.getBeanProvider(SpanExporter.class).orderedStream().distinct().forEach(exporters::add);
		List<SpanReporter> reporters = this.beans.getBeanProvider(SpanReporter.class).orderedStream().toList();
		if (exporters.isEmpty() && reporters.isEmpty()) {
			return SpanExporter.composite();
		}
		SpanExporter composite = new CompositeSpanExporter(exporters,
				this.beans.getBeanProvider(SpanExportingPredicate.class).orderedStream().toList(), reporters,
				this.beans.getBeanProvider(SpanFilter.class).orderedStream().toList());
		return new BookedSpanExporter(composite, this.destinations.delivery(Signal.TRACES, this.status));
	}

	private SpanProcessor processor(SpanProcessor processor) {
		if (!(processor instanceof BatchSpanProcessor batch)) {
			return processor;
		}
		if (!(batch.getSpanExporter() instanceof BookedSpanExporter)) {
			// Nobody receives spans: no reason for a queue and a thread
			batch.shutdown();
			return SpanProcessor.composite();
		}
		return new BoundedSpanProcessor(batch, this.status.ledger(Signal.TRACES),
				this.destinations.queueSize("otel.bsp.max.queue.size"));
	}

}

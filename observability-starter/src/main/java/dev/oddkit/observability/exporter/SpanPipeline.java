package dev.oddkit.observability.exporter;

import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessorBuilder;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Aims the SDK's span exporter and puts the user's exporters, predicates, filters and
 * reporters behind the one batch processor.
 */
class SpanPipeline {

	private final ListableBeanFactory beans;

	private final Destinations destinations;

	private final ExportStatus status;

	private final Receivers receivers = new Receivers("otel.traces.exporter");

	SpanPipeline(ListableBeanFactory beans, Destinations destinations, ExportStatus status) {
		this.beans = beans;
		this.destinations = destinations;
		this.status = status;
	}

	void customize(AutoConfigurationCustomizer customizer) {
		customizer.addSpanExporterCustomizer(this::exporter);
		customizer.addSpanProcessorCustomizer((processor, config) -> processor(processor));
		customizer.addTracerProviderCustomizer(this::withoutBatch);
	}

	boolean isIdle() {
		return this.receivers.none();
	}

	private SpanExporter exporter(SpanExporter configured, ConfigProperties config) {
		List<SpanExporter> exporters = new ArrayList<>();
		OtlpBuilder<SpanExporter> builder = OtlpBuilder.of(configured);
		if (builder == null) {
			exporters.add(configured);
		}
		else {
			configured.shutdown();
			this.destinations.aim(Signal.TRACES, builder).ifPresent(exporters::add);
		}
		this.receivers.add(exporters.size());
		return this.receivers.leads(configured, builder != null, config) ? withUserBeans(exporters)
				: SpanExporter.composite(exporters);
	}

	private SpanExporter withUserBeans(List<SpanExporter> own) {
		List<SpanExporter> users = this.beans.getBeanProvider(SpanExporter.class).orderedStream().distinct().toList();
		SpanInspectors inspectors = new SpanInspectors(this.beans);
		if (own.isEmpty() && users.isEmpty() && !inspectors.report()) {
			return SpanExporter.composite();
		}
		this.receivers.book();
		Delivery delivery = this.destinations.delivery(Signal.TRACES, this.status);
		List<SpanExporter> exporters = Lane.ofEach(own, users, (exporter, name) -> paced(exporter, name, delivery));
		SpanExporter composite = inspectors.before(exporters);
		return new RelayedSpanExporter(() -> composite, delivery.relay(TextWeight::text, exporters.size() > 1));
	}

	private SpanExporter paced(SpanExporter exporter, @Nullable String name, Delivery delivery) {
		return new RelayedSpanExporter(() -> exporter, new Lane<>(name, queueLimit(), TextWeight::text, delivery));
	}

	private QueueLimit queueLimit() {
		return this.destinations.queueLimit("otel.bsp.max.queue.size");
	}

	private SpanProcessor processor(SpanProcessor processor) {
		if (!(processor instanceof BatchSpanProcessor)) {
			return processor;
		}
		if (this.receivers.none()) {
			// Nobody receives spans: no reason for a queue and a thread
			processor.shutdown();
			return SpanProcessor.composite();
		}
		return this.receivers.booked() ? bounded(processor) : processor;
	}

	private SpanProcessor bounded(SpanProcessor processor) {
		this.status.threads().add(processor::forceFlush);
		return new BoundedSpanProcessor(processor, this.status.ledger(Signal.TRACES), queueLimit(),
				this.destinations.valueLimit());
	}

	/**
	 * The console gets its spans at once and {@code none} has no exporter at all, so the
	 * user's need a batch of their own.
	 */
	private SdkTracerProviderBuilder withoutBatch(SdkTracerProviderBuilder provider, ConfigProperties config) {
		if (!this.receivers.led()) {
			SpanExporter users = withUserBeans(List.of());
			if (this.receivers.booked()) {
				BatchSpanProcessorBuilder batch = BatchSpanProcessor.builder(users);
				Receivers.ifSet(config.getDuration("otel.bsp.schedule.delay"), batch::setScheduleDelay);
				Receivers.ifSet(config.getDuration("otel.bsp.export.timeout"), batch::setExporterTimeout);
				Receivers.ifSet(config.getInt("otel.bsp.max.queue.size"), batch::setMaxQueueSize);
				Receivers.ifSet(config.getInt("otel.bsp.max.export.batch.size"), batch::setMaxExportBatchSize);
				provider.addSpanProcessor(bounded(batch.build()));
			}
		}
		return provider;
	}

}

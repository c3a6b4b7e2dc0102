package dev.oddkit.observability.exporter;

import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.SdkLoggerProviderBuilder;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessorBuilder;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Aims the SDK's log exporter and puts the user's exporters behind the one batch
 * processor.
 */
class LogPipeline {

	private final ListableBeanFactory beans;

	private final Destinations destinations;

	private final ExportStatus status;

	private final Receivers receivers = new Receivers("otel.logs.exporter");

	LogPipeline(ListableBeanFactory beans, Destinations destinations, ExportStatus status) {
		this.beans = beans;
		this.destinations = destinations;
		this.status = status;
	}

	void customize(AutoConfigurationCustomizer customizer) {
		customizer.addLogRecordExporterCustomizer(this::exporter);
		customizer.addLogRecordProcessorCustomizer((processor, config) -> processor(processor));
		customizer.addLoggerProviderCustomizer(this::withoutBatch);
	}

	boolean isIdle() {
		return this.receivers.none();
	}

	private LogRecordExporter exporter(LogRecordExporter configured, ConfigProperties config) {
		List<LogRecordExporter> exporters = new ArrayList<>();
		OtlpBuilder<LogRecordExporter> builder = OtlpBuilder.of(configured);
		if (builder == null) {
			exporters.add(configured);
		}
		else {
			configured.shutdown();
			this.destinations.aim(Signal.LOGS, builder).ifPresent(exporters::add);
		}
		this.receivers.add(exporters.size());
		return this.receivers.leads(configured, builder != null, config) ? withUserBeans(exporters)
				: LogRecordExporter.composite(exporters);
	}

	private LogRecordExporter withUserBeans(List<LogRecordExporter> own) {
		List<LogRecordExporter> users = this.beans.getBeanProvider(LogRecordExporter.class)
			.orderedStream()
			.distinct()
			.toList();
		if (own.isEmpty() && users.isEmpty()) {
			return LogRecordExporter.composite();
		}
		this.receivers.book();
		Delivery delivery = this.destinations.delivery(Signal.LOGS, this.status);
		List<LogRecordExporter> exporters = Lane.ofEach(own, users,
				(exporter, name) -> paced(exporter, name, delivery));
		LogRecordExporter composite = LogRecordExporter.composite(exporters);
		return new RelayedLogRecordExporter(() -> composite, delivery.relay(TextWeight::text, exporters.size() > 1));
	}

	private LogRecordExporter paced(LogRecordExporter exporter, @Nullable String name, Delivery delivery) {
		return new RelayedLogRecordExporter(() -> exporter, new Lane<>(name, queueLimit(), TextWeight::text, delivery));
	}

	private QueueLimit queueLimit() {
		return this.destinations.queueLimit("otel.blrp.max.queue.size");
	}

	private LogRecordProcessor processor(LogRecordProcessor processor) {
		if (!(processor instanceof BatchLogRecordProcessor)) {
			return processor;
		}
		if (this.receivers.none()) {
			// Nobody receives log records: no reason for a queue and a thread
			processor.shutdown();
			return LogRecordProcessor.composite();
		}
		return this.receivers.booked() ? bounded(processor) : processor;
	}

	private LogRecordProcessor bounded(LogRecordProcessor processor) {
		this.status.threads().add(processor::forceFlush);
		return new BoundedLogRecordProcessor(processor, this.status.ledger(Signal.LOGS), queueLimit(),
				this.destinations.valueLimit(), this.destinations.logAttributeLimit());
	}

	/**
	 * The console gets its records at once and {@code none} has no exporter at all, so
	 * the user's need a batch of their own.
	 */
	private SdkLoggerProviderBuilder withoutBatch(SdkLoggerProviderBuilder provider, ConfigProperties config) {
		if (!this.receivers.led()) {
			LogRecordExporter users = withUserBeans(List.of());
			if (this.receivers.booked()) {
				BatchLogRecordProcessorBuilder batch = BatchLogRecordProcessor.builder(users);
				Receivers.ifSet(config.getDuration("otel.blrp.schedule.delay"), batch::setScheduleDelay);
				Receivers.ifSet(config.getDuration("otel.blrp.export.timeout"), batch::setExporterTimeout);
				Receivers.ifSet(config.getInt("otel.blrp.max.queue.size"), batch::setMaxQueueSize);
				Receivers.ifSet(config.getInt("otel.blrp.max.export.batch.size"), batch::setMaxExportBatchSize);
				provider.addLogRecordProcessor(bounded(batch.build()));
			}
		}
		return provider;
	}

}

package dev.oddkit.observability.exporter;

import java.util.ArrayList;
import java.util.List;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Aims the SDK's log exporter and puts the user's exporters behind the one batch
 * processor.
 */
class LogPipeline {

	private final ListableBeanFactory beans;

	private final Destinations destinations;

	private final ExportStatus status;

	private boolean attached;

	private boolean booked;

	LogPipeline(ListableBeanFactory beans, Destinations destinations, ExportStatus status) {
		this.beans = beans;
		this.destinations = destinations;
		this.status = status;
	}

	void customize(AutoConfigurationCustomizer customizer) {
		customizer.addLogRecordExporterCustomizer((exporter, config) -> exporter(exporter));
		customizer.addLogRecordProcessorCustomizer((processor, config) -> processor(processor));
	}

	private LogRecordExporter exporter(LogRecordExporter configured) {
		List<LogRecordExporter> exporters = new ArrayList<>();
		OtlpBuilder<LogRecordExporter> builder = OtlpBuilder.of(configured);
		if (builder == null) {
			exporters.add(configured);
		}
		else {
			configured.shutdown();
			this.destinations.aim(Signal.LOGS, builder).ifPresent(exporters::add);
		}
		if (this.attached) {
			return LogRecordExporter.composite(exporters);
		}
		this.attached = true;
		this.beans.getBeanProvider(LogRecordExporter.class).orderedStream().distinct().forEach(exporters::add);
		this.booked = !exporters.isEmpty();
		LogRecordExporter composite = LogRecordExporter.composite(exporters);
		return this.booked
				? new BookedLogRecordExporter(composite, this.destinations.delivery(Signal.LOGS, this.status))
				: composite;
	}

	private LogRecordProcessor processor(LogRecordProcessor processor) {
		if (!(processor instanceof BatchLogRecordProcessor)) {
			return processor;
		}
		if (!this.booked) {
			// Nobody receives log records: no reason for a queue and a thread
			processor.shutdown();
			return LogRecordProcessor.composite();
		}
		return new BoundedLogRecordProcessor(processor, this.status.ledger(Signal.LOGS),
				this.destinations.queueSize("otel.blrp.max.queue.size"));
	}

}

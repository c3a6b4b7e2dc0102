package dev.oddkit.observability.exporter;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.oddkit.observability.RoomReport;

/**
 * What the room tells {@code /actuator/observability}.
 */
final class ExporterReport {

	private ExporterReport() {
	}

	static RoomReport of(ExportStatus status, Destinations destinations) {
		RoomReport report = new RoomReport("exporter").with("otel.exporter.otlp.endpoint", "none")
			.with("otel.exporter.otlp.protocol", "http/protobuf")
			.with("otel.exporter.otlp.compression", "gzip")
			.with("otel.exporter.otlp.timeout", "10s")
			.with("observability.exporter.queue-memory", "32MB")
			.with("otel.attribute.value.length.limit", 32768)
			.with("otel.traces.exporter", "otlp")
			.with("otel.logs.exporter", "otlp");
		return report.with(() -> state(status, destinations));
	}

	private static Map<String, ?> state(ExportStatus status, Destinations destinations) {
		Map<String, Object> state = new LinkedHashMap<>();
		state.put("healthy", status.isHealthy());
		String lastTrouble = status.lastTrouble();
		if (lastTrouble != null) {
			state.put("lastTrouble", lastTrouble);
		}
		for (Signal signal : Signal.values()) {
			Map<String, Object> part = new LinkedHashMap<>();
			String destination = destinations.of(signal);
			part.put("destination", (destination != null) ? destination : "none");
			SignalLedger ledger = status.ledger(signal);
			part.put("exported", ledger.exported());
			part.put("dropped", dropped(ledger));
			part.put("valuesCut", ledger.cut());
			part.put("queued", ledger.queued());
			part.put("queuedText", ledger.queuedText());
			state.put(signal.key(), part);
		}
		return state;
	}

	private static Map<String, Long> dropped(SignalLedger ledger) {
		Map<String, Long> dropped = new LinkedHashMap<>();
		for (LossReason reason : LossReason.values()) {
			if (ledger.dropped(reason) > 0) {
				dropped.put(reason.key(), ledger.dropped(reason));
			}
		}
		return dropped;
	}

}

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
			.with("otel.exporter.otlp.compression", "none")
			.with("otel.exporter.otlp.timeout", "10s")
			.with("otel.traces.exporter", "otlp")
			.with("otel.logs.exporter", "otlp");
		return report.with(() -> state(status, destinations));
	}

	private static Map<String, ?> state(ExportStatus status, Destinations destinations) {
		Map<String, Object> state = new LinkedHashMap<>();
		state.put("healthy", status.isHealthy());
		String lastError = status.lastError();
		if (lastError != null) {
			state.put("lastError", lastError);
		}
		for (Signal signal : Signal.values()) {
			Map<String, Object> part = new LinkedHashMap<>();
			String destination = destinations.of(signal);
			part.put("destination", (destination != null) ? destination : "none");
			part.putAll(status.ledger(signal).counts());
			state.put(signal.key(), part);
		}
		return state;
	}

}

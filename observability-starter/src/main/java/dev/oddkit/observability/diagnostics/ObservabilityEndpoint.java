package dev.oddkit.observability.diagnostics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.oddkit.observability.RoomReport;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * Shows for each room the effective settings with their origin and what it has counted.
 */
@Endpoint(id = "observability")
class ObservabilityEndpoint {

	private final List<RoomReport> reports;

	private final EffectiveProperties properties;

	ObservabilityEndpoint(List<RoomReport> reports, EffectiveProperties properties) {
		this.reports = reports;
		this.properties = properties;
	}

	@ReadOperation
	Map<String, Object> observability() {
		Map<String, Object> rooms = new TreeMap<>();
		this.reports.forEach((report) -> rooms.put(report.room(), describe(report)));
		return rooms;
	}

	@ReadOperation
	Map<String, Object> room(@Selector String room) {
		return this.reports.stream()
			.filter((report) -> report.room().equals(room))
			.findFirst()
			.map(this::describe)
			.orElse(Map.of());
	}

	private Map<String, Object> describe(RoomReport report) {
		Map<String, Object> described = new LinkedHashMap<>();
		described.put("settings", this.properties.describe(report.settings()));
		described.putAll(report.state().get());
		return described;
	}

}

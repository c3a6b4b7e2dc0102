package dev.oddkit.observability.console.api;

import java.util.Map;

import dev.oddkit.observability.otlp.LogRecord;

/**
 * A log record as the page reads it.
 */
record LogView(String timeNanos, String severity, int severityNumber, String body, String service, String traceId,
		String spanId, String eventName, String scope, Map<String, Object> attributes) {

	static LogView of(LogRecord log) {
		return new LogView(Units.nanos(log.timeNanos()), Severity.of(log).name(), log.severityNumber(), log.body(),
				log.resource().serviceName(), log.traceId(), log.spanId(), log.eventName(), log.scope().name(),
				log.attributes());
	}

}

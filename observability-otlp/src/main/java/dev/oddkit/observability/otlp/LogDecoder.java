package dev.oddkit.observability.otlp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;

/**
 * Turns a logs request into log records. A record with an invalid trace identifier
 * belongs to no trace, as OTLP wants it.
 */
final class LogDecoder {

	private final ValueDecoder values;

	LogDecoder(ValueDecoder values) {
		this.values = values;
	}

	Decoded<LogRecord> decode(ExportLogsServiceRequest request) {
		List<LogRecord> records = new ArrayList<>();
		for (ResourceLogs resourceLogs : request.getResourceLogsList()) {
			Resource resource = this.values.resource(resourceLogs.getResource());
			for (ScopeLogs scopeLogs : resourceLogs.getScopeLogsList()) {
				Scope scope = this.values.scope(scopeLogs.getScope());
				scopeLogs.getLogRecordsList().forEach((source) -> records.add(log(source, scope, resource)));
			}
		}
		return new Decoded<>(Collections.unmodifiableList(records), 0, "");
	}

	private LogRecord log(io.opentelemetry.proto.logs.v1.LogRecord source, Scope scope, Resource resource) {
		long time = source.getTimeUnixNano();
		String traceId = this.values.traceId(source.getTraceId());
		return new LogRecord((time != 0) ? time : source.getObservedTimeUnixNano(), source.getSeverityNumberValue(),
				source.getSeverityText(), this.values.text(source.getBody()), source.getEventName(),
				this.values.attributes(source.getAttributesList()), traceId,
				traceId.isEmpty() ? "" : this.values.spanId(source.getSpanId()), scope, resource);
	}

}

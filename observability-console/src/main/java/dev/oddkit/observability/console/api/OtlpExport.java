package dev.oddkit.observability.console.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.oddkit.observability.otlp.LogRecord;
import dev.oddkit.observability.otlp.Resource;
import dev.oddkit.observability.otlp.Scope;
import dev.oddkit.observability.otlp.Span;

/**
 * Writes spans and log records as OTLP/JSON, which every OTLP receiver takes: hexadecimal
 * ids, numbers for enums and 64-bit integers as strings.
 */
final class OtlpExport {

	private OtlpExport() {
	}

	static Map<String, Object> of(List<Span> spans, List<LogRecord> logs) {
		Map<String, Object> export = new LinkedHashMap<>();
		export.put("resourceSpans",
				grouped(spans, Span::resource, Span::scope, "scopeSpans", "spans", OtlpExport::span));
		export.put("resourceLogs",
				grouped(logs, LogRecord::resource, LogRecord::scope, "scopeLogs", "logRecords", OtlpExport::log));
		return export;
	}

	private static <T> List<Object> grouped(List<T> records, Function<T, Resource> resource, Function<T, Scope> scope,
			String scopesName, String recordsName, Function<T, Object> writer) {
		Map<Resource, Map<Scope, List<Object>>> grouped = new LinkedHashMap<>();
		for (T one : records) {
			grouped.computeIfAbsent(resource.apply(one), (key) -> new LinkedHashMap<>())
				.computeIfAbsent(scope.apply(one), (key) -> new ArrayList<>())
				.add(writer.apply(one));
		}
		List<Object> resources = new ArrayList<>();
		grouped.forEach((source, scopes) -> {
			List<Object> written = new ArrayList<>();
			scopes.forEach((library, list) -> written
				.add(Map.of("scope", Map.of("name", library.name(), "version", library.version()), recordsName, list)));
			resources.add(Map.of("resource", Map.of("attributes", OtlpValues.attributes(source.attributes())),
					scopesName, written));
		});
		return resources;
	}

	private static Object span(Span span) {
		Map<String, Object> written = new LinkedHashMap<>();
		written.put("traceId", span.traceId());
		written.put("spanId", span.spanId());
		written.put("parentSpanId", span.parentSpanId());
		written.put("name", span.name());
		written.put("kind", span.kind().ordinal() + 1);
		written.put("startTimeUnixNano", Units.nanos(span.startNanos()));
		written.put("endTimeUnixNano", Units.nanos(span.endNanos()));
		written.put("attributes", OtlpValues.attributes(span.attributes()));
		written.put("events",
				span.events()
					.stream()
					.map((event) -> Map.of("timeUnixNano", Units.nanos(event.timeNanos()), "name", event.name(),
							"attributes", OtlpValues.attributes(event.attributes())))
					.toList());
		written.put("links",
				span.links()
					.stream()
					.map((link) -> Map.of("traceId", link.traceId(), "spanId", link.spanId(), "attributes",
							OtlpValues.attributes(link.attributes())))
					.toList());
		written.put("status", Map.of("code", span.status().ordinal(), "message", span.statusMessage()));
		return written;
	}

	private static Object log(LogRecord log) {
		Map<String, Object> written = new LinkedHashMap<>();
		written.put("timeUnixNano", Units.nanos(log.timeNanos()));
		written.put("severityNumber", log.severityNumber());
		written.put("severityText", log.severityText());
		written.put("body", OtlpValues.value(log.body()));
		written.put("eventName", log.eventName());
		written.put("attributes", OtlpValues.attributes(log.attributes()));
		written.put("traceId", log.traceId());
		written.put("spanId", log.spanId());
		return written;
	}

}

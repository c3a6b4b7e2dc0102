package dev.oddkit.observability.logging;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of what leaves with a log record. The console is not touched.
 *
 * @param mdc Which entries of the MDC leave.
 * @param keyValuePairs Whether the key-value pairs of SLF4J's fluent API leave as
 * attributes.
 * @param markers Whether the markers of an event leave as an attribute.
 * @param thread Whether the name of the thread leaves as an attribute.
 * @param code Whether file, line and method of the call leave as attributes; costs a walk
 * of the stack for each event.
 * @param maxAttributeLength Characters that are kept of one attribute, a stack trace for
 * example; if it is not set, otel.attribute.value.length.limit (32768).
 */
@ConfigurationProperties("observability.logging")
record LoggingProperties(@DefaultValue Mdc mdc, @DefaultValue("true") boolean keyValuePairs,
		@DefaultValue("true") boolean markers, @DefaultValue("true") boolean thread,
		@DefaultValue("false") boolean code, @Nullable Integer maxAttributeLength) {

	/**
	 * Which entries of the MDC leave. The ids of trace and span are fields of the record
	 * and never an attribute.
	 *
	 * @param included Comma-separated list of keys, with * and ? as wildcards.
	 * @param excluded Comma-separated list of keys that stay here, with * and ? as
	 * wildcards.
	 */
	record Mdc(@DefaultValue("*") List<String> included, @DefaultValue List<String> excluded) {

	}

}

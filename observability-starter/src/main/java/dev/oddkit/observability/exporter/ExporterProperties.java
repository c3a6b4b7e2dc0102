package dev.oddkit.observability.exporter;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the exporters. Whatever is set for a signal wins over the general value.
 *
 * @param endpoint Base URL to which all signals are sent; without one nothing is pushed.
 * @param protocol OTLP protocol of all signals.
 * @param headers Headers sent with every export, such as an API key.
 * @param compression Compression of every export.
 * @param timeout How long one export may take.
 * @param traces Settings of traces.
 * @param metrics Settings of metrics.
 * @param logs Settings of logs.
 */
@ConfigurationProperties("observability.exporter")
record ExporterProperties(@Nullable String endpoint, @DefaultValue("http/protobuf") String protocol,
		@DefaultValue Map<String, String> headers, @DefaultValue("gzip") String compression,
		@DefaultValue("10s") Duration timeout, @DefaultValue Routed traces, @DefaultValue Overrides metrics,
		@DefaultValue Routed logs) {

	/**
	 * Settings of a signal that has no room of its own.
	 *
	 * @param to Where the signal goes: otlp, console or none.
	 * @param endpoint Full URL of the signal.
	 * @param protocol OTLP protocol of the signal.
	 * @param headers Headers sent with the signal, instead of the general ones.
	 * @param compression Compression of the signal.
	 * @param timeout How long one export of the signal may take.
	 */
	record Routed(@DefaultValue("otlp") String to, @Nullable String endpoint, @Nullable String protocol,
			@DefaultValue Map<String, String> headers, @Nullable String compression, @Nullable Duration timeout) {

	}

	/**
	 * Settings of metrics; where they go is asked by observability.metrics.to.
	 *
	 * @param endpoint Full URL of the signal.
	 * @param protocol OTLP protocol of the signal.
	 * @param headers Headers sent with the signal, instead of the general ones.
	 * @param compression Compression of the signal.
	 * @param timeout How long one export of the signal may take.
	 */
	record Overrides(@Nullable String endpoint, @Nullable String protocol, @DefaultValue Map<String, String> headers,
			@Nullable String compression, @Nullable Duration timeout) {

	}

}

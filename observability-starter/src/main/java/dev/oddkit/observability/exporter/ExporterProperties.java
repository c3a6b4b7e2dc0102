package dev.oddkit.observability.exporter;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Properties of the exporters. Whatever is set for a signal wins over the general value.
 *
 * @param endpoint Base URL to which all signals are sent; without one nothing is pushed.
 * A host or host:port is enough.
 * @param protocol OTLP protocol of all signals; by default gRPC at port 4317, otherwise
 * HTTP.
 * @param headers Headers sent with every export, such as an API key.
 * @param headersFile File with further headers, one "name: value" a line, such as a
 * mounted secret. It is read again for each export.
 * @param compression Compression of every export.
 * @param timeout How long one export may take, retries included.
 * @param sslBundle SSL bundle with the certificates for https endpoints. A bundle that is
 * reloaded counts from the next export on.
 * @param queueMemory How much text of spans, and of log records, may wait for their
 * export, a character counted as a byte. What exceeds it is counted as queue_full.
 * @param traces Settings of traces.
 * @param metrics Settings of metrics.
 * @param logs Settings of logs.
 */
@ConfigurationProperties("observability.exporter")
record ExporterProperties(@Nullable String endpoint, @Nullable Protocol protocol,
		@DefaultValue Map<String, String> headers, @Nullable Path headersFile,
		@DefaultValue("gzip") Compression compression, @DefaultValue("10s") Duration timeout,
		@Nullable String sslBundle, @DefaultValue("32MB") DataSize queueMemory, @DefaultValue Routed traces,
		@DefaultValue Overrides metrics, @DefaultValue Routed logs) {

	/**
	 * Return what was set for all signals.
	 * @return the general settings
	 */
	Overrides general() {
		return new Overrides(this.endpoint, this.protocol, this.headers, this.headersFile, this.compression,
				this.timeout, this.sslBundle);
	}

	/**
	 * Return what was set for one signal.
	 * @param signal the signal
	 * @return its settings
	 */
	Overrides of(Signal signal) {
		return switch (signal) {
			case TRACES -> this.traces.overrides();
			case METRICS -> this.metrics;
			case LOGS -> this.logs.overrides();
		};
	}

	/**
	 * Settings of a signal that has no room of its own.
	 *
	 * @param to Comma-separated list of where the signal goes: otlp, console or none.
	 * @param endpoint URL of the signal; without a path the usual one is added.
	 * @param protocol OTLP protocol of the signal.
	 * @param headers Headers sent with the signal, instead of the general ones.
	 * @param headersFile File with headers of the signal, instead of the general ones.
	 * @param compression Compression of the signal.
	 * @param timeout How long one export of the signal may take, retries included.
	 * @param sslBundle SSL bundle of the signal.
	 */
	record Routed(@DefaultValue("otlp") Set<Way> to, @Nullable String endpoint, @Nullable Protocol protocol,
			@DefaultValue Map<String, String> headers, @Nullable Path headersFile, @Nullable Compression compression,
			@Nullable Duration timeout, @Nullable String sslBundle) {

		Overrides overrides() {
			return new Overrides(this.endpoint, this.protocol, this.headers, this.headersFile, this.compression,
					this.timeout, this.sslBundle);
		}

	}

	/**
	 * Settings of metrics; where they go is asked by observability.metrics.to.
	 *
	 * @param endpoint URL of the signal; without a path the usual one is added.
	 * @param protocol OTLP protocol of the signal.
	 * @param headers Headers sent with the signal, instead of the general ones.
	 * @param headersFile File with headers of the signal, instead of the general ones.
	 * @param compression Compression of the signal.
	 * @param timeout How long one export of the signal may take, retries included.
	 * @param sslBundle SSL bundle of the signal.
	 */
	record Overrides(@Nullable String endpoint, @Nullable Protocol protocol, @DefaultValue Map<String, String> headers,
			@Nullable Path headersFile, @Nullable Compression compression, @Nullable Duration timeout,
			@Nullable String sslBundle) {

	}

}

package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;

import dev.oddkit.observability.WrongValueException;
import io.opentelemetry.sdk.common.export.Compressor;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/**
 * Ends the start if a value cannot be meant, before the SDK stumbles over it: the
 * properties of ours and those that were given to the SDK by its own names.
 */
class ExporterChecks {

	private static final String OURS = "observability.exporter.";

	private static final String SDK = "otel.exporter.otlp.";

	private static final String EXAMPLE = "Set a host, host:port or a URL, for example http://localhost:4318.";

	private final Environment environment;

	private final ExporterProperties properties;

	ExporterChecks(Environment environment) {
		this.environment = environment;
		this.properties = Binder.get(environment).bindOrCreate("observability.exporter", ExporterProperties.class);
	}

	void check() {
		Binder.get(this.environment).bind(Destinations.EXPORT, Boolean.class);
		ways("traces.to", this.properties.traces().to());
		ways("logs.to", this.properties.logs().to());
		queueMemory(this.properties.queueMemory());
		new CertificateFiles(this.environment).check();
		check("", this.properties.general());
		for (Signal signal : Signal.values()) {
			check(signal.key() + ".", this.properties.of(signal));
		}
	}

	private void check(String scope, ExporterProperties.Overrides ours) {
		protocol(SDK + scope + "protocol");
		endpoint(OURS + scope + "endpoint", scope);
		sdkEndpoint(SDK + scope + "endpoint", scope);
		compression(SDK + scope + "compression");
		timeout(OURS + scope + "timeout", ours.timeout());
		sdkTimeout(SDK + scope + "timeout");
		headers(OURS + scope + "headers", ours.headers());
		headersFile(OURS + scope + "headers-file", ours.headersFile());
	}

	private void ways(String property, Set<Way> ways) {
		if (ways.contains(Way.NONE) && ways.size() > 1) {
			throw new WrongValueException(OURS + property, this.environment.getProperty(OURS + property),
					"names other ways beside none", "Leave none out, or set none alone.");
		}
	}

	private void queueMemory(DataSize memory) {
		if (memory.toKilobytes() < 64) {
			throw new WrongValueException(OURS + "queue-memory", this.environment.getProperty(OURS + "queue-memory"),
					"leaves no room for spans and log records; allowed are 64KB and more",
					"Set for example 32MB, which is the default.");
		}
	}

	private @Nullable Endpoint endpoint(String property, String scope) {
		String value = this.environment.getProperty(property);
		if (value == null || (value.isBlank() && property.startsWith(OURS))) {
			return null;
		}
		if (value.contains("@")) {
			throw new WrongValueException(property, null, "holds a user or a password, which logs would repeat",
					"Send credentials as a header, by observability.exporter.headers or .headers-file.");
		}
		try {
			Endpoint endpoint = Endpoint.of(value);
			if (!endpoint.prefix().isEmpty() && isGrpc(scope)) {
				throw new IllegalArgumentException("has a path, which gRPC does not have");
			}
			return endpoint;
		}
		catch (IllegalArgumentException ex) {
			// A query often has a key to the backend
			throw new WrongValueException(property, value.contains("?") ? null : value, String.valueOf(ex.getMessage()),
					EXAMPLE);
		}
	}

	private void sdkEndpoint(String property, String scope) {
		Endpoint endpoint = endpoint(property, scope);
		String value = this.environment.getProperty(property, "");
		if (endpoint != null && !value.contains("://")) {
			throw new WrongValueException(property, value, "has no scheme, which OpenTelemetry's own properties need",
					"Set " + endpoint.authority(isGrpc(scope) ? Protocol.GRPC : Protocol.HTTP_PROTOBUF)
							+ " or use observability.exporter.endpoint.");
		}
	}

	private boolean isGrpc(String scope) {
		String general = this.environment.getProperty(SDK + "protocol", Protocol.HTTP_PROTOBUF.value());
		return Protocol.GRPC.value().equals(this.environment.getProperty(SDK + scope + "protocol", general));
	}

	private void protocol(String property) {
		String value = this.environment.getProperty(property);
		if (value != null && List.of(Protocol.values()).stream().noneMatch((known) -> known.value().equals(value))) {
			throw new WrongValueException(property, value, "is no protocol; allowed are http/protobuf and grpc",
					"Set one of them, or nothing: the port of the endpoint decides.");
		}
	}

	private void compression(String property) {
		String value = this.environment.getProperty(property);
		if (value != null && !List.of("gzip", "none").contains(value)
				&& ServiceLoader.load(Compressor.class)
					.stream()
					.noneMatch((compressor) -> compressor.get().getEncoding().equals(value))) {
			throw new WrongValueException(property, value, "is no compression; allowed are gzip and none",
					"Set one of them.");
		}
	}

	private void timeout(String property, @Nullable Duration timeout) {
		if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
			throw new WrongValueException(property, this.environment.getProperty(property),
					"gives an export no time; allowed are 1ms and more", "Set for example 10s.");
		}
	}

	private void sdkTimeout(String property) {
		String value = this.environment.getProperty(property);
		if (value != null && !value.matches("\\d+\\s*(ms|s|m|h|d)?")) {
			throw new WrongValueException(property, value,
					"is no duration; allowed are milliseconds or a number with ms, s, m, h or d",
					"Set for example 10s.");
		}
		if (value != null && value.matches("0+\\D*")) {
			throw new WrongValueException(property, value,
					"lets an export wait without end for a backend that hangs; allowed are 1ms and more",
					"Set for example 10s.");
		}
	}

	private void headers(String property, Map<String, String> headers) {
		headers.forEach((name, value) -> {
			if (!Headers.isValid(name, value)) {
				String dotted = property + "." + name;
				throw new WrongValueException(
						ConfigurationPropertyName.isValid(dotted) ? dotted : "%s[%s]".formatted(property, name), null,
						"is no header: a name has letters, digits and dashes, a value has printable ASCII characters",
						"Look for line breaks and typographic characters, in the secret too.");
			}
		});
	}

	private void headersFile(String property, @Nullable Path file) {
		if (file == null) {
			return;
		}
		try {
			new HeadersFile(file).read();
		}
		catch (IOException ex) {
			throw new WrongValueException(property, file,
					"names " + file + ", which cannot be read (" + ex.getClass().getSimpleName() + ")",
					"Mount the file where the property says and let the service's user read it.");
		}
		catch (IllegalArgumentException ex) {
			throw new WrongValueException(property, file, "names " + file + ", which " + ex.getMessage(),
					"Write one header a line, as in \"Authorization: Bearer ...\".");
		}
	}

}

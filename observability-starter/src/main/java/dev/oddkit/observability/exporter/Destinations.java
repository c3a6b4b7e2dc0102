package dev.oddkit.observability.exporter;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Knows where each signal goes: to a service connection, else to the endpoint that the
 * SDK was given, else nowhere.
 */
class Destinations {

	private static final String SDK = "otel.exporter.otlp.";

	private final Environment environment;

	private final Map<Signal, String> connections;

	private final ExporterProperties properties;

	Destinations(Environment environment, Map<Signal, String> connections, ExporterProperties properties) {
		this.environment = environment;
		this.connections = connections;
		this.properties = properties;
	}

	/**
	 * Build an exporter for a signal.
	 * @param <T> the type of the exporter
	 * @param signal the signal
	 * @param builder the builder of the exporter that the SDK configured
	 * @return the exporter, or empty if the signal goes nowhere
	 */
	<T> Optional<T> aim(Signal signal, OtlpBuilder<T> builder) {
		return (of(signal) != null) ? Optional.of(builder.aim(this.connections.get(signal), headers(signal)))
				: Optional.empty();
	}

	Delivery delivery(Signal signal, ExportStatus status) {
		String destination = of(signal);
		return new Delivery(signal, (destination != null) ? destination : "its exporters", status);
	}

	/**
	 * Return where a signal goes.
	 * @param signal the signal
	 * @return scheme, host and port, or {@code null} if it goes nowhere
	 */
	@Nullable String of(Signal signal) {
		String url = this.connections.get(signal);
		if (url == null) {
			url = this.environment.getProperty(SDK + signal.key() + ".endpoint");
		}
		if (url == null) {
			url = this.environment.getProperty(SDK + "endpoint");
		}
		return (url != null) ? authority(url) : null;
	}

	/**
	 * The headers that the user gave for a signal, unless the SDK has some already.
	 */
	private Map<String, String> headers(Signal signal) {
		if (this.environment.getProperty(SDK + "headers") != null
				|| this.environment.getProperty(SDK + signal.key() + ".headers") != null) {
			return Map.of();
		}
		Map<String, String> specific = switch (signal) {
			case TRACES -> this.properties.traces().headers();
			case METRICS -> this.properties.metrics().headers();
			case LOGS -> this.properties.logs().headers();
		};
		return specific.isEmpty() ? this.properties.headers() : specific;
	}

	/**
	 * Return how many items of a signal may be queued.
	 * @param key the SDK's property
	 * @return the size of the SDK's queue
	 */
	int queueSize(String key) {
		return this.environment.getProperty(key, Integer.class, 2048);
	}

	private static String authority(String url) {
		URI uri = URI.create(url);
		return (uri.getAuthority() != null) ? uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort() : url;
	}

}

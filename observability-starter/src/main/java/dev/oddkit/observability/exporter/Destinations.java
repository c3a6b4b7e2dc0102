package dev.oddkit.observability.exporter;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import io.opentelemetry.common.ComponentLoader;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.env.Environment;

/**
 * Knows where each signal goes: to a service connection, else to the endpoint that the
 * SDK was given, else nowhere.
 */
class Destinations {

	private static final String SDK = "otel.exporter.otlp.";

	static final String EXPORT = "observability.test.export";

	private final Environment environment;

	private final Map<Signal, OtlpConnection> connections;

	private final ExporterSettings settings;

	private final ObjectProvider<SslBundles> bundles;

	private final ComponentLoader senders;

	Destinations(Environment environment, Map<Signal, OtlpConnection> connections, ExporterSettings settings,
			ObjectProvider<SslBundles> bundles, ComponentLoader senders) {
		this.environment = environment;
		this.connections = connections;
		this.settings = settings;
		this.bundles = bundles;
		this.senders = senders;
	}

	/**
	 * Build an exporter for a signal.
	 * @param <T> the type of the exporter
	 * @param signal the signal
	 * @param builder the builder of the exporter that the SDK configured
	 * @return the exporter, or empty if the signal goes nowhere
	 */
	<T> Optional<T> aim(Signal signal, OtlpBuilder<T> builder) {
		if (of(signal) == null) {
			return Optional.empty();
		}
		OtlpConnection connection = this.connections.get(signal);
		String url = (connection != null) ? connection.url().apply(builder.protocol()) : null;
		Headers headers = this.settings.headers(signal);
		if (connection != null && connection.sslBundle() != null) {
			return Optional.of(builder.build().apply(new Aim(url, headers, connection.sslBundle(), this.senders)));
		}
		String bundle = this.settings.sslBundle(signal);
		if (bundle == null) {
			return Optional.of(builder.build().apply(new Aim(url, headers, null, this.senders)));
		}
		SslBundles bundles = this.bundles.getObject();
		return Optional.of(builder.renewable(new Aim(url, headers, bundles.getBundle(bundle), this.senders),
				(exporter) -> bundles.addBundleUpdateHandler(bundle, exporter::renew)));
	}

	Delivery delivery(Signal signal, ExportStatus status) {
		String destination = of(signal);
		return new Delivery(signal, (destination != null) ? destination : "its exporters", status,
				Route.MAX_HOLD.plus(this.settings.timeout(signal).multipliedBy(3)));
	}

	/**
	 * Return whether a service connection says where a signal goes.
	 * @param signal the signal
	 * @return whether there is a connection
	 */
	boolean isConnected(Signal signal) {
		return this.connections.containsKey(signal);
	}

	/**
	 * Return whether a signal goes to a service that speaks HTTP only.
	 * @param signal the signal
	 * @return whether gRPC cannot be spoken
	 */
	boolean needsHttp(Signal signal) {
		OtlpConnection connection = this.connections.get(signal);
		return connection != null && connection.url().apply(Protocol.GRPC) == null;
	}

	/**
	 * Return where a signal goes.
	 * @param signal the signal
	 * @return scheme, host and port, or {@code null} if it goes nowhere
	 */
	@Nullable String of(Signal signal) {
		OtlpConnection connection = this.connections.get(signal);
		String url = (connection != null) ? connection.url().apply(Protocol.HTTP_PROTOBUF) : null;
		if (connection == null && !this.environment.getProperty(EXPORT, Boolean.class, true)) {
			return null;
		}
		if (url == null) {
			url = this.environment.getProperty(SDK + signal.key() + ".endpoint");
		}
		if (url == null) {
			url = this.environment.getProperty(SDK + "endpoint");
		}
		return (url != null) ? authority(url) : null;
	}

	/**
	 * Return whether no signal goes anywhere.
	 * @return whether there is no destination
	 */
	boolean isEmpty() {
		return Arrays.stream(Signal.values()).allMatch((signal) -> of(signal) == null);
	}

	/**
	 * Return how much of a signal may be queued.
	 * @param key the SDK's property for the number of items
	 * @return the size of the SDK's queue and ours of text
	 */
	QueueLimit queueLimit(String key) {
		return new QueueLimit(this.environment.getProperty(key, Integer.class, 2048), this.settings.queueMemory());
	}

	/**
	 * Return how many characters are kept of one value.
	 * @return the SDK's limit for attributes
	 */
	int valueLimit() {
		return this.environment.getProperty("otel.attribute.value.length.limit", Integer.class, Integer.MAX_VALUE);
	}

	/**
	 * Return how many characters are kept of one attribute of a log record.
	 * @return the limit of log records if there is one, else that of all values
	 */
	int logAttributeLimit() {
		return this.environment.getProperty("observability.logging.max-attribute-length", Integer.class, valueLimit());
	}

	private static String authority(String url) {
		URI uri = URI.create(url);
		return (uri.getHost() != null)
				? uri.getScheme() + "://" + uri.getHost() + ((uri.getPort() != -1) ? ":" + uri.getPort() : "") : url;
	}

}

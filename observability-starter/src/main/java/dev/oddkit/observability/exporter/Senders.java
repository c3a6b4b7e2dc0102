package dev.oddkit.observability.exporter;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;

import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.sdk.common.export.GrpcSenderProvider;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import org.jspecify.annotations.Nullable;

import org.springframework.util.function.SingletonSupplier;

/**
 * Gives the SDK's OTLP exporters senders that tell what became of an export. HTTP is
 * spoken by the JDK's client, shared by the signals and built by the first export, and
 * gRPC by OkHttp. A sender that the user put on the class path stays; the one for gRPC is
 * listened to.
 */
class Senders implements ComponentLoader {

	private static final String SDK = "io.opentelemetry.exporter.sender.okhttp.";

	private final ComponentLoader loader = ComponentLoader.forClassLoader(Senders.class.getClassLoader());

	private final Map<Connection, HttpClient> clients = new ConcurrentHashMap<>();

	private final Waits waits;

	Senders(Waits waits) {
		this.waits = waits;
	}

	@Override
	public <T> Iterable<T> load(Class<T> spi) {
		List<T> found = ComponentLoader.loadList(this.loader, spi);
		boolean sdk = found.stream().allMatch((sender) -> sender.getClass().getName().startsWith(SDK));
		if (spi == HttpSenderProvider.class && sdk) {
			HttpSenderProvider http = this::http;
			return List.of(spi.cast(http));
		}
		if (spi == GrpcSenderProvider.class && !found.isEmpty()) {
			GrpcSenderProvider foreign = (GrpcSenderProvider) found.get(0);
			GrpcSenderProvider grpc = sdk ? (config) -> new OkHttpGrpcSender(config, this.waits)
					: (config) -> new ForeignGrpcSender(foreign.createSender(config));
			return List.of(spi.cast(grpc));
		}
		return found;
	}

	private HttpSender http(HttpSenderConfig config) {
		ProxySelector proxy = (config.getProxyOptions() != null) ? config.getProxyOptions().getProxySelector()
				: ProxySelector.getDefault();
		Connection connection = new Connection(config.getEndpoint().getScheme(), config.getSslContext(), proxy,
				config.getConnectTimeout());
		// A context of its own may be renewed, and nobody would forget its client
		Supplier<HttpClient> client = (connection.ssl() != null) ? SingletonSupplier.of(() -> client(connection))
				: () -> this.clients.computeIfAbsent(connection, this::client);
		return new JdkHttpSender(config, client, this.waits);
	}

	/**
	 * Create a client. The thread that the JDK starts for it ends some time after nobody
	 * uses it any more, and must not hold the class loader of the application meanwhile.
	 */
	private HttpClient client(Connection connection) {
		Thread thread = Thread.currentThread();
		ClassLoader loader = thread.getContextClassLoader();
		thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
		try {
			return connection.client(this.waits.workers());
		}
		finally {
			thread.setContextClassLoader(loader);
		}
	}

	private record Connection(String scheme, @Nullable SSLContext ssl, @Nullable ProxySelector proxy,
			Duration timeout) {

		HttpClient client(Executor workers) {
			HttpClient.Builder client = HttpClient.newBuilder().executor(workers).connectTimeout(this.timeout);
			if (this.scheme.equals("http")) {
				// An upgrade to HTTP/2 confuses some receivers
				client.version(HttpClient.Version.HTTP_1_1);
				client.sslContext(new PlainSslContext());
			}
			if (this.ssl != null) {
				client.sslContext(this.ssl);
			}
			if (this.proxy != null) {
				client.proxy(this.proxy);
			}
			return client.build();
		}

	}

}

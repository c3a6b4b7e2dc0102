package dev.oddkit.observability.exporter;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.sdk.common.export.GrpcSenderConfig;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * Builds the client of an exporter that speaks gRPC.
 */
final class GrpcConnection {

	private GrpcConnection() {
	}

	static OkHttpClient client(GrpcSenderConfig config) {
		ExecutorService executor = config.getExecutorService();
		OkHttpClient.Builder client = new OkHttpClient.Builder()
			.dispatcher(new Dispatcher((executor != null) ? executor : threads()))
			.connectTimeout(config.getConnectTimeout())
			.readTimeout(config.getTimeout())
			.writeTimeout(config.getTimeout());
		if ("http".equals(config.getEndpoint().getScheme())) {
			return client.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
				.protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
				.build();
		}
		if (config.getSslContext() != null && config.getTrustManager() != null) {
			client.sslSocketFactory(config.getSslContext().getSocketFactory(), config.getTrustManager());
		}
		return client.protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1)).build();
	}

	private static ExecutorService threads() {
		return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), (work) -> {
			Thread thread = new Thread(work, "observability-grpc");
			thread.setDaemon(true);
			return thread;
		});
	}

}

package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.GrpcResponse;
import io.opentelemetry.sdk.common.export.GrpcSender;
import io.opentelemetry.sdk.common.export.GrpcSenderConfig;
import io.opentelemetry.sdk.common.export.MessageWriter;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * Sends exports by gRPC with OkHttp, which the SDK brings. Unlike the SDK's own sender it
 * does what a backend asks for with {@code RetryInfo}, blocks no thread between attempts
 * and tells what became of the export.
 */
class OkHttpGrpcSender implements GrpcSender {

	private final GrpcSenderConfig config;

	private final OkHttpClient client;

	private final Route route;

	OkHttpGrpcSender(GrpcSenderConfig config, Waits waits) {
		this.config = config;
		this.client = GrpcConnection.client(config);
		this.route = new Route(config.getEndpoint(), config.getTimeout(), config.getRetryPolicy(), waits);
	}

	@Override
	public void send(MessageWriter message, Consumer<GrpcResponse> onResponse, Consumer<Throwable> onError) {
		Answer answer = Answer.current();
		try {
			GrpcBody body = new GrpcBody(ExportBody.of(message, this.config.getCompressor()),
					this.config.getCompressor() != null);
			new Export<>(this.route,
					() -> GrpcCall.start(this.client.newCall(request(body)), this.config.getMaxResponseBodySize()),
					answer, onResponse, onError)
				.start();
		}
		catch (IOException ex) {
			answer.failed(LossReason.FAILED, ExportFailure.describe(ex));
			onError.accept(ex);
		}
	}

	/**
	 * Build a request. Headers are asked for each time, they may change.
	 */
	private Request request(GrpcBody body) throws IOException {
		Request.Builder request = new Request.Builder()
			.url(this.config.getEndpoint().resolve("/" + this.config.getFullMethodName()).toString())
			.post(body)
			.header("te", "trailers")
			.header("grpc-accept-encoding", "identity");
		Compressor compressor = this.config.getCompressor();
		if (compressor != null) {
			request.header("grpc-encoding", compressor.getEncoding());
		}
		Map<String, List<String>> headers = this.config.getHeadersSupplier().get();
		for (String name : headers.keySet()) {
			try {
				headers.get(name).forEach((value) -> request.addHeader(name, value));
			}
			catch (IllegalArgumentException ex) {
				throw ExportFailure.ofHeader(name);
			}
		}
		return request.build();
	}

	@Override
	public CompletableResultCode shutdown() {
		this.client.dispatcher().executorService().shutdown();
		this.client.connectionPool().evictAll();
		return CompletableResultCode.ofSuccess();
	}

}

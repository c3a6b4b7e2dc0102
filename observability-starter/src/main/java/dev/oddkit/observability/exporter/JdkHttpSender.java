package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.MessageWriter;

/**
 * Sends exports with the JDK's HTTP client. Unlike the SDK's sender it does what a
 * backend asks for with {@code Retry-After}, blocks no thread between attempts, bounds
 * the answer in size and time, and tells what became of the export.
 */
class JdkHttpSender implements HttpSender {

	private final HttpSenderConfig config;

	private final Supplier<HttpClient> client;

	private final Route route;

	JdkHttpSender(HttpSenderConfig config, Supplier<HttpClient> client, Waits waits) {
		this.config = config;
		this.client = client;
		this.route = new Route(config.getEndpoint(), config.getTimeout(), config.getRetryPolicy(), waits);
	}

	@Override
	public void send(MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
		Answer answer = Answer.current();
		try {
			HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers
				.ofByteArray(ExportBody.of(message, this.config.getCompressor()));
			new Export<>(this.route, () -> exchange(body), answer, onResponse, onError).start();
		}
		catch (IOException ex) {
			answer.failed(LossReason.FAILED, ExportFailure.describe(ex));
			onError.accept(ex);
		}
	}

	private CompletableFuture<HttpReply> exchange(HttpRequest.BodyPublisher body) throws IOException {
		return this.client.get()
			.sendAsync(request(body), (head) -> HttpReply.body(this.config.getMaxResponseBodySize()))
			.thenApply(HttpReply::of);
	}

	/**
	 * Build a request. Headers are asked for each time, they may change.
	 */
	private HttpRequest request(HttpRequest.BodyPublisher body) throws IOException {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.config.getEndpoint())
			.POST(body)
			.setHeader("Content-Type", this.config.getContentType());
		Compressor compressor = this.config.getCompressor();
		if (compressor != null) {
			request.setHeader("Content-Encoding", compressor.getEncoding());
		}
		Map<String, List<String>> headers = this.config.getHeadersSupplier().get();
		for (String name : headers.keySet()) {
			try {
				headers.get(name).forEach((value) -> request.header(name, value));
			}
			catch (IllegalArgumentException ex) {
				throw ExportFailure.ofHeader(name);
			}
		}
		return request.build();
	}

	@Override
	public CompletableResultCode shutdown() {
		return CompletableResultCode.ofSuccess();
	}

}

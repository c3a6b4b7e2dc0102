package dev.oddkit.observability.exporter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

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

	/**
	 * The longest wait that a backend may ask for.
	 */
	static final Duration MAX_HOLD = Duration.ofSeconds(30);

	private final HttpSenderConfig config;

	private final HttpClient client;

	private final Waits waits;

	private volatile long heldUntil = System.nanoTime();

	JdkHttpSender(HttpSenderConfig config, HttpClient client, Waits waits) {
		this.config = config;
		this.client = client;
		this.waits = waits;
	}

	@Override
	public void send(MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
		Answer answer = Answer.current();
		try {
			HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofByteArray(bytes(message));
			new HttpExport(this, body, answer, onResponse, onError).start();
		}
		catch (IOException ex) {
			answer.failed(LossReason.FAILED, ExportFailure.describe(ex));
			onError.accept(ex);
		}
	}

	/**
	 * Write the message at once: the SDK reuses the objects behind it.
	 */
	private byte[] bytes(MessageWriter message) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
		Compressor compressor = this.config.getCompressor();
		try (OutputStream out = (compressor != null) ? compressor.compress(bytes) : bytes) {
			message.writeMessage(out);
		}
		return bytes.toByteArray();
	}

	/**
	 * Build a request. Headers are asked for each time, they may change.
	 * @param body the body
	 * @return the request
	 * @throws IOException if a header cannot be sent
	 */
	HttpRequest request(HttpRequest.BodyPublisher body) throws IOException {
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
				// Its message would show the value
				throw new IOException("Header '" + name + "' has a name or value that HTTP does not allow");
			}
		}
		return request.build();
	}

	/**
	 * Send nothing for a while.
	 * @param wait how long
	 */
	void hold(Duration wait) {
		this.heldUntil = System.nanoTime() + wait.toNanos();
	}

	Duration held() {
		return Duration.ofNanos(Math.max(0, this.heldUntil - System.nanoTime()));
	}

	HttpSenderConfig config() {
		return this.config;
	}

	HttpClient client() {
		return this.client;
	}

	Waits waits() {
		return this.waits;
	}

	@Override
	public CompletableResultCode shutdown() {
		return CompletableResultCode.ofSuccess();
	}

}

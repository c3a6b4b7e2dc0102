package dev.oddkit.observability.otlp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;

import com.google.protobuf.Message;

/**
 * Sends real requests to a receiver.
 */
final class OtlpClient {

	static final String PROTOBUF = "application/x-protobuf";

	static final String JSON = "application/json";

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final OtlpReceiver receiver;

	OtlpClient(OtlpReceiver receiver) {
		this.receiver = receiver;
	}

	HttpResponse<byte[]> post(String path, Message message) {
		return post(path, PROTOBUF, message.toByteArray());
	}

	HttpResponse<byte[]> post(String path, String json) {
		return post(path, JSON, json.getBytes(StandardCharsets.UTF_8));
	}

	HttpResponse<byte[]> post(String path, String contentType, byte[] body, String... headers) {
		HttpRequest.Builder request = request(path).header("Content-Type", contentType)
			.POST(BodyPublishers.ofByteArray(body));
		return send((headers.length > 0) ? request.headers(headers) : request);
	}

	HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.receiver.endpoint() + path)).timeout(Duration.ofSeconds(20));
	}

	HttpResponse<byte[]> send(HttpRequest.Builder request) {
		try {
			return this.http.send(request.build(), BodyHandlers.ofByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String text(HttpResponse<byte[]> response) {
		return new String(response.body(), StandardCharsets.UTF_8);
	}

	static byte[] gzip(byte[] bytes) {
		ByteArrayOutputStream zipped = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
			out.write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return zipped.toByteArray();
	}

}

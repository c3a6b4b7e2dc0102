package dev.oddkit.observability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import dev.oddkit.observability.otlp.OtlpReceiver;
import dev.oddkit.observability.otlp.RecordingConsumer;
import dev.oddkit.observability.otlp.Trace;
import dev.oddkit.observability.shop.ShopApplication;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The shop, started as a user would, with a receiver for what it exports.
 */
public class RunningShop implements AutoCloseable {

	public static final Duration SOON = Duration.ofSeconds(20);

	private final HttpClient http = HttpClient.newHttpClient();

	private final RecordingConsumer received = new RecordingConsumer();

	private OtlpReceiver receiver;

	private final ConfigurableApplicationContext context;

	public RunningShop(String... properties) {
		this.receiver = receiver(0);
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--spring.application.name=shop",
				"--observability.exporter.endpoint=" + this.receiver.endpoint(), "--otel.bsp.schedule.delay=50ms",
				"--otel.blrp.schedule.delay=50ms", "--otel.metric.export.interval=200ms"));
		for (String property : properties) {
			arguments.add("--" + property);
		}
		this.context = new SpringApplication(ShopApplication.class).run(arguments.toArray(String[]::new));
	}

	private OtlpReceiver receiver(int port) {
		try {
			return OtlpReceiver.builder(this.received).port(port).build().start();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Let the backend die; its port refuses connections.
	 */
	public void stopReceiver() {
		this.receiver.close();
	}

	/**
	 * Let the backend come back on the port that it had.
	 */
	public void restartReceiver() {
		this.receiver = receiver(this.receiver.port());
	}

	public ConfigurableApplicationContext context() {
		return this.context;
	}

	public RecordingConsumer received() {
		return this.received;
	}

	public HttpResponse<String> get(String path, String... headers) {
		return get(path, HttpResponse.BodyHandlers.ofString(), headers);
	}

	public <T> HttpResponse<T> get(String path, HttpResponse.BodyHandler<T> body, String... headers) {
		int port = ((WebServerApplicationContext) this.context).getWebServer().getPort();
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		try {
			return this.http.send(request.build(), body);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Send a request as a caller that started a trace.
	 * @param path the path
	 * @return the id of the trace
	 */
	public String getTraced(String path) {
		byte[] id = new byte[16];
		ThreadLocalRandom.current().nextBytes(id);
		String traceId = HexFormat.of().formatHex(id);
		get(path, "traceparent", "00-" + traceId + "-00000000000000bb-01");
		return traceId;
	}

	public Trace trace(String traceId, int spans) {
		return this.received.awaitTrace(spans + " spans in trace " + traceId,
				(trace) -> trace.traceId().equals(traceId) && trace.spans().size() >= spans, SOON);
	}

	@Override
	public void close() {
		this.context.close();
		this.receiver.close();
	}

}

package dev.oddkit.observability.classpath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.oddkit.observability.otlp.OtlpReceiver;
import dev.oddkit.observability.otlp.RecordingConsumer;
import dev.oddkit.observability.otlp.Span;
import dev.oddkit.observability.otlp.Trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * A process of one of the applications, with a receiver for what it exports.
 */
final class RunningApplication implements AutoCloseable {

	static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Pattern PORT = Pattern.compile(
			"(?:Tomcat started on port |Netty started on port |Jetty started on port |-127\\.0\\.0\\.1-auto-1-)(\\d+)");

	private final RecordingConsumer received;

	private final OtlpReceiver receiver;

	private final Process process;

	private final Path log;

	RunningApplication(RecordingConsumer received, OtlpReceiver receiver, Process process, Path log) {
		this.received = received;
		this.receiver = receiver;
		this.process = process;
		this.log = log;
	}

	static Start of(String application) {
		return new Start(application);
	}

	RecordingConsumer received() {
		return this.received;
	}

	String log() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Waits for a web server of the application and returns its port.
	 * @param number 1 for the first server that starts, 2 for the second
	 * @return the port
	 */
	int port(int number) {
		Eventually.so("web server " + number + " runs", () -> {
			if (!this.process.isAlive()) {
				fail("The application ended:\n%s", log());
			}
			return ports().size() >= number;
		});
		return ports().get(number - 1);
	}

	private List<Integer> ports() {
		Matcher matcher = PORT.matcher(log());
		List<Integer> ports = new ArrayList<>();
		while (matcher.find()) {
			ports.add(Integer.valueOf(matcher.group(1)));
		}
		return ports;
	}

	HttpResponse<String> get(String path, String... headers) {
		return send("GET", port(1), path, headers);
	}

	HttpResponse<String> send(String method, int port, String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
			.method(method, HttpRequest.BodyPublishers.noBody());
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		try {
			return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Sends a request as a caller that started a trace.
	 * @param path the path
	 * @return the id of the trace
	 */
	String getTraced(String path) {
		String traceId = newTraceId();
		get(path, "traceparent", caller(traceId));
		return traceId;
	}

	static String newTraceId() {
		byte[] id = new byte[16];
		ThreadLocalRandom.current().nextBytes(id);
		return HexFormat.of().formatHex(id);
	}

	static String caller(String traceId) {
		return "00-" + traceId + "-00000000000000bb-01";
	}

	Trace trace(String traceId, int spans) {
		return this.received.awaitTrace(spans + " spans in trace " + traceId,
				(trace) -> trace.traceId().equals(traceId) && trace.spans().size() >= spans, PATIENCE);
	}

	/**
	 * Returns the only span of a name.
	 * @param name the name
	 * @return the span
	 */
	Span span(String name) {
		List<Span> named = this.received.spans().stream().filter((span) -> span.name().equals(name)).toList();
		assertThat(named).as("spans named %s", name).hasSize(1);
		return named.get(0);
	}

	List<Span> spans(String traceId) {
		return this.received.spans().stream().filter((span) -> span.traceId().equals(traceId)).toList();
	}

	/**
	 * Counts what a garbage collection leaves.
	 * @param type the name of a class
	 * @return the number of its objects
	 */
	long live(String type) {
		try {
			Process histogram = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
					String.valueOf(this.process.pid()), "GC.class_histogram")
				.redirectErrorStream(true)
				.start();
			return new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
				.map((line) -> line.trim().split("\\s+"))
				.filter((columns) -> columns.length >= 4 && columns[3].equals(type))
				.mapToLong((columns) -> Long.parseLong(columns[1]))
				.sum();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Asks the application to end and waits until it has.
	 * @return its exit code
	 */
	int stop() {
		this.process.destroy();
		return awaitEnd();
	}

	/**
	 * Waits until the application ends by itself.
	 * @return its exit code
	 */
	int awaitEnd() {
		try {
			if (!this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
				fail("Still running after %s:\n%s", PATIENCE, log());
			}
			return this.process.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
		this.receiver.close();
	}

}

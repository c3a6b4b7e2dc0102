package dev.oddkit.observability.classpath;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import java.util.stream.Collectors;

import dev.oddkit.observability.otlp.OtlpReceiver;
import dev.oddkit.observability.otlp.RecordingConsumer;
import dev.oddkit.observability.otlp.Trace;

import static org.assertj.core.api.Assertions.fail;

/**
 * A process of one of the applications, with a receiver for what it exports.
 */
final class RunningApplication implements AutoCloseable {

	static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Pattern PORT = Pattern
		.compile("(?:Tomcat started on port|Netty started on port|Jetty started on port) (\\d+)");

	private final RecordingConsumer received;

	private final OtlpReceiver receiver;

	private final Process process;

	private final Path log;

	private RunningApplication(RecordingConsumer received, OtlpReceiver receiver, Process process, Path log) {
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

	/**
	 * What to start, and how.
	 */
	static final class Start {

		private final String application;

		private final List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1"));

		private final List<String> arguments = new ArrayList<>();

		private final List<String> environment = new ArrayList<>();

		private final List<Path> classPath = new ArrayList<>();

		private String main = "com.example.WebApplication";

		private Start(String application) {
			this.application = application;
		}

		Start main(String main) {
			this.main = main;
			return this;
		}

		/**
		 * Adds an argument of the program, if it begins with two hyphens, or an option of
		 * the JVM.
		 */
		Start option(String option) {
			(option.startsWith("--") ? this.arguments : this.options).add(option);
			return this;
		}

		Start classPath(Path path) {
			this.classPath.add(path);
			return this;
		}

		Start property(String property) {
			this.arguments.add("--" + property);
			return this;
		}

		Start environment(String name, String value) {
			this.environment.addAll(List.of(name, value));
			return this;
		}

		RunningApplication start() {
			RecordingConsumer received = new RecordingConsumer();
			try {
				OtlpReceiver receiver = OtlpReceiver.builder(received).build().start();
				Path log = Files.createTempFile(Files.createDirectories(Applications.folder().resolve("logs")),
						this.application + "-", ".log");
				return new RunningApplication(received, receiver, process(receiver, log).start(), log);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private ProcessBuilder process(OtlpReceiver receiver, Path log) {
			this.classPath.addAll(Applications.classPath(this.application));
			List<String> command = new ArrayList<>();
			command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
			command.addAll(this.options);
			command.addAll(List.of("-cp",
					this.classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
					this.main, "--server.port=0", "--spring.main.banner-mode=off",
					"--spring.application.name=" + this.application));
			command.addAll(this.arguments);
			ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
			process.environment().put("OBSERVABILITY_EXPORTER_ENDPOINT", receiver.endpoint());
			process.environment().put("OTEL_BSP_SCHEDULE_DELAY", "50");
			process.environment().put("OTEL_BLRP_SCHEDULE_DELAY", "50");
			for (int i = 0; i < this.environment.size(); i += 2) {
				process.environment()
					.put(this.environment.get(i),
							this.environment.get(i + 1).replace("{endpoint}", receiver.endpoint()));
			}
			return process;
		}

	}

}

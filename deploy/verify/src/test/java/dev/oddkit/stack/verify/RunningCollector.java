package dev.oddkit.stack.verify;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real Collector with a variant of the configuration, on ports of the system's
 * choice.
 */
final class RunningCollector implements AutoCloseable {

	private static final Http HTTP = new Http();

	private final Process process;

	private final Path log;

	private final int otlp = freePort();

	RunningCollector(String program, CollectorVariant variant, Path folder, Map<String, String> environment)
			throws IOException, InterruptedException {
		this.log = folder.resolve("collector.log");
		List<String> command = new ArrayList<>(List.of(program));
		variant.files().forEach((file) -> command.add("--config=" + CollectorVariant.FOLDER.resolve(file)));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.log.toFile());
		int health = freePort();
		builder.environment()
			.putAll(Map.of("QUEUE_DIRECTORY", folder.resolve("queue").toString(), "HEALTH_ADDRESS",
					"127.0.0.1:" + health, "OTLP_GRPC_ADDRESS", "127.0.0.1:" + freePort(), "OTLP_HTTP_ADDRESS",
					"127.0.0.1:" + this.otlp, "SELF_HOST", "127.0.0.1", "SELF_PORT", Integer.toString(freePort())));
		builder.environment().putAll(environment);
		this.process = builder.start();
		Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
			boolean healthy = HTTP.get(URI.create("http://127.0.0.1:" + health)).ok();
			assertThat(healthy).as(Files.readString(this.log)).isTrue();
		});
	}

	String endpoint() {
		return "http://127.0.0.1:" + this.otlp;
	}

	void send(String signal, String json) throws IOException {
		Http.Answer answer = HTTP.post(URI.create(endpoint() + "/v1/" + signal), json);
		if (!answer.ok()) {
			throw new AssertionError(answer + "\n" + Files.readString(this.log));
		}
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() throws InterruptedException {
		this.process.destroy();
		if (!this.process.waitFor(20, TimeUnit.SECONDS)) {
			this.process.destroyForcibly();
		}
	}

}

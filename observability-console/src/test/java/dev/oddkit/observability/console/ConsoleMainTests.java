package dev.oddkit.observability.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import dev.oddkit.observability.console.sample.Otlp;
import dev.oddkit.observability.console.sample.SampleShop;
import dev.oddkit.observability.console.sample.SampleSpans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConsoleMain}, as a process of its own.
 */
class ConsoleMainTests {

	private final List<Process> processes = new ArrayList<>();

	@AfterEach
	void stop() {
		this.processes.forEach(Process::destroyForcibly);
	}

	@Test
	void printsTwoLinesWhenReadyAndStopsWhenAskedTo() throws Exception {
		Process process = run("--port=0", "--otlp-port=0");
		BufferedReader out = process.inputReader();
		String page = out.readLine();
		String otlp = out.readLine();
		assertThat(page).matches("Console ready at http://127\\.0\\.0\\.1:\\d+");
		assertThat(otlp).matches("OTLP/HTTP at http://127\\.0\\.0\\.1:\\d+");
		SampleSpans trace = SampleShop.order(1_700_000_000_000_000_000L, new SplittableRandom(42));
		trace.post(new Otlp(otlp.substring(otlp.indexOf("http"))));
		assertThat(get(page.substring(page.indexOf("http")) + "/api/traces")).contains(trace.traceId());
		process.toHandle().destroy();
		assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
		assertThat(out.readLine()).isNull();
		assertThat(errors(process)).isEmpty();
	}

	@Test
	void namesTheOptionWhenAPortIsTaken() throws Exception {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			String port = String.valueOf(taken.getLocalPort());
			Process page = run("--port=" + port, "--otlp-port=0");
			assertThat(errors(page)).isEqualTo("Port " + port + " for the page cannot be used: Address already in use. "
					+ "Stop what uses it, or choose another one with --port=NUMBER (0 = any free port).");
			assertThat(page.waitFor()).isOne();
			Process receiver = run("--port=0", "--otlp-port=" + port);
			assertThat(errors(receiver))
				.startsWith("Port " + port + " for the OTLP receiver cannot be used: Address already in use.")
				.contains("--otlp-port=NUMBER");
			assertThat(receiver.waitFor()).isOne();
		}
	}

	@Test
	void refusesToListenBeyondLoopback() throws Exception {
		Process process = run("--host=0.0.0.0");
		assertThat(errors(process)).startsWith("--host must be 127.0.0.1, localhost or ::1; was \"0.0.0.0\".");
		assertThat(process.waitFor()).isEqualTo(2);
	}

	@Test
	void printsHelp() throws Exception {
		Process process = run("--help");
		assertThat(process.inputReader().lines()).contains(
				"  --otlp-port=NUMBER  port of the OTLP receiver (default 4318, or OTLP_PORT); 0 = any free port");
		assertThat(process.waitFor()).isZero();
	}

	private Process run(String... args) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-cp",
						System.getProperty("java.class.path"), ConsoleMain.class.getName()));
		command.addAll(List.of(args));
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().keySet().removeAll(List.of("CONSOLE_PORT", "OTLP_PORT", "JAVA_TOOL_OPTIONS"));
		Process process = builder.start();
		this.processes.add(process);
		return process;
	}

	private static String errors(Process process) {
		return String.join("\n", process.errorReader().lines().toList());
	}

	private static String get(String url) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
			.body();
	}

}

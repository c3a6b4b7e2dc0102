package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import dev.oddkit.observability.otlp.LogRecord;
import dev.oddkit.observability.otlp.OtlpReceiver;
import dev.oddkit.observability.otlp.RecordingConsumer;
import dev.oddkit.observability.otlp.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How programs end and what arrived by then, with processes of their own: only those have
 * an exit code.
 */
class EndTests {

	private final RecordingConsumer received = new RecordingConsumer();

	private OtlpReceiver receiver;

	@BeforeEach
	void start() throws IOException {
		this.receiver = OtlpReceiver.builder(this.received).build().start();
	}

	@AfterEach
	void stop() {
		this.receiver.close();
	}

	@Test
	void everySignalOfAShortJobArrivesAndTheProgramEnds() throws Exception {
		RunningProgram program = program("--farewell=true");
		assertThat(program.exitCode()).isZero();
		assertThat(this.received.spans()).as(program::toString).extracting(Span::name).contains("job");
		assertThat(this.received.logs()).as(program::toString)
			.extracting(LogRecord::body)
			.contains("job done", "farewell");
		assertThat(this.received.metrics())
			.anyMatch((metric) -> metric.name().equals("program.items") && metric.toString().contains("42.0"));
		assertThat(program.secondsAfter("job done")).isLessThan(15);
	}

	@Test
	void failedJobEndsWithOneAndItsErrorArrives() throws Exception {
		RunningProgram program = program("--fail=true");
		assertThat(program.exitCode()).isEqualTo(1);
		assertThat(this.received.spans()).as(program::toString).extracting(Span::name).contains("job");
		assertThat(this.received.logs()).as(program::toString)
			.extracting(LogRecord::body)
			.contains("Application run failed");
	}

	@Test
	void deadBackendChangesNoExitCodeAndCostsNoMoreThanItsTime() throws Exception {
		this.receiver.close();
		RunningProgram program = program("--exit=7", "--observability.sdk.shutdown-timeout=3s");
		assertThat(program.exitCode()).isEqualTo(7);
		assertThat(program.lines()).last()
			.asString()
			.contains("Telemetry was lost at the end: 1 span")
			.contains("connection refused");
		assertThat(program.secondsAfter("job done")).isLessThan(9);
	}

	@Test
	void hangingBackendDelaysTheEndNoLongerThanItMay() throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			RunningProgram program = program("--spring.main.web-application-type=servlet", "--server.port=0",
					"--observability.exporter.endpoint=http://127.0.0.1:" + silent.getLocalPort(),
					"--observability.sdk.shutdown-timeout=3s");
			program.await("job done");
			program.port();
			program.terminate();
			assertThat(program.exitCode()).isEqualTo(143);
			assertThat(program.lines()).last()
				.asString()
				.contains("Telemetry was lost at the end: 1 span (1 shutdown)");
			assertThat(program.secondsAfter(program.await("Commencing graceful shutdown"))).isLessThan(6);
		}
	}

	@Test
	void requestInFlightIsServedAndItsTelemetryArrives() throws Exception {
		RunningProgram program = program("--serve=true", "--spring.main.web-application-type=servlet",
				"--server.port=0");
		int port = program.port();
		CompletableFuture<HttpResponse<String>> answer = HttpClient.newHttpClient()
			.sendAsync(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/slow")).build(),
					HttpResponse.BodyHandlers.ofString());
		program.await("in flight");
		program.terminate();
		assertThat(answer.get().body()).isEqualTo("served");
		assertThat(program.exitCode()).isEqualTo(143);
		assertThat(this.received.spans()).as(program::toString).extracting(Span::name).contains("GET /slow");
		assertThat(this.received.logs()).as(program::toString)
			.extracting(LogRecord::body)
			.contains("served after SIGTERM");
	}

	private RunningProgram program(String... arguments) throws IOException {
		return RunningProgram.start(Program.class, Duration.ofSeconds(90), arguments,
				"--observability.exporter.endpoint=http://127.0.0.1:" + this.receiver.port(),
				"--observability.metrics.to=otlp", "--spring.application.name=program",
				"--observability.sdk.shutdown-timeout=25s");
	}

}

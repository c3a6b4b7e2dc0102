package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An exporter that talks to a server of another kind, and what is said of it.
 */
@ExtendWith(OutputCaptureExtension.class)
class WireMismatchTests {

	@TempDir
	private static Path directory;

	private static Certificates certificates;

	@BeforeAll
	static void makeCertificates() throws Exception {
		certificates = new Certificates(directory);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			HTTP_PROTOBUF | https | plain gRPC | the port does not speak TLS; write http instead of https
			GRPC          | https | plain gRPC | the port does not speak TLS; write http instead of https
			HTTP_PROTOBUF | http  | TLS HTTP   | if the port speaks TLS, write https instead of http
			HTTP_PROTOBUF | http  | TLS gRPC   | if the port speaks TLS, write https instead of http
			GRPC          | http  | TLS gRPC   | or write https if it speaks TLS
			HTTP_PROTOBUF | http  | plain gRPC | set observability.exporter.protocol to grpc
			GRPC          | http  | plain HTTP | set observability.exporter.protocol to http/protobuf
			HTTP_PROTOBUF | https | TLS HTTP   | set observability.exporter.ssl-bundle to a bundle that trusts it
			GRPC          | https | TLS gRPC   | set observability.exporter.ssl-bundle to a bundle that trusts it
			""")
	void failureSaysWhatToSet(Protocol protocol, String scheme, String server, String words) {
		try (Collector collector = collector(server)) {
			assertThat(failure(exporter(protocol, scheme + "://127.0.0.1:" + collector.port()))).contains(words);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Broken pipe", "Connection reset", "Connection reset by peer", "closed" })
	void plainGrpcThatIsCutSaysWhatToSet(String message) {
		assertThat(ExportFailure.describe(WireMismatch.ofPlainGrpc(new SocketException(message)))).contains(message,
				"set observability.exporter.protocol to http/protobuf");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Client sent an HTTP request to an HTTPS server.",
			"<center>The plain HTTP request was sent to HTTPS port</center>" })
	void answersOfServersAreKnown(String body) {
		assertThat(new HttpReply(400, HttpHeaders.of(Map.of(), (name, value) -> true),
				body.getBytes(StandardCharsets.UTF_8))
			.describe()).isEqualTo("HTTP 400: the port speaks TLS; write https instead of http");
	}

	@Test
	void lineOfAnOutageSaysThatAPortMayWaitForPlainHttp(CapturedOutput output) {
		try (Collector collector = new HttpCollector();
				StartedService service = StartedService.with(
						"observability.exporter.endpoint: https://127.0.0.1:" + collector.port(),
						"observability.exporter.timeout: 1s", "otel.bsp.schedule.delay: 50ms")) {
			service.work("work");
			Awaitility.await()
				.atMost(Duration.ofSeconds(20))
				.until(() -> output.getOut()
					.lines()
					.anyMatch((line) -> line.contains("WARN") && line.contains("Telemetry does not reach")
							&& line.contains("if the port speaks plain HTTP, write http instead of https")));
		}
	}

	@ParameterizedTest
	@CsvSource({ "https://collector.example.com/v1/traces?token=hunter2, https://collector.example.com",
			"/login?token=hunter2, /login" })
	void redirectIsSaidWithItsTarget(String location, String shown, CapturedOutput output) throws Exception {
		exportTo(308, "Location", location);
		assertThat(output.getOut())
			.contains("1 span (1 rejected)",
					"traces failed (HTTP 308, a redirect to " + shown + ", which is not followed)")
			.doesNotContain("hunter2");
	}

	@Test
	void webPageIsNoReceiverThoughItsAnswerIsASuccess(CapturedOutput output) throws Exception {
		exportTo(200, "Content-Type", "text/html; charset=utf-8");
		assertThat(output.getOut()).contains("1 span (1 rejected)",
				"traces failed (HTTP 200 with a web page; no OTLP receiver listens at this port and path)");
	}

	private static void exportTo(int status, String header, String value) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		server.createContext("/", (exchange) -> {
			try (exchange) {
				exchange.getRequestBody().readAllBytes();
				exchange.getResponseHeaders().add(header, value);
				exchange.sendResponseHeaders(status, -1);
			}
		});
		server.start();
		try (StartedService service = StartedService
			.with("observability.exporter.traces.endpoint: http://127.0.0.1:" + server.getAddress().getPort())) {
			service.work("work");
		}
		finally {
			server.stop(0);
		}
	}

	private static Collector collector(String server) {
		return switch (server) {
			case "plain gRPC" -> new GrpcCollector();
			case "TLS gRPC" -> new GrpcCollector(certificates);
			case "plain HTTP" -> new HttpCollector();
			default -> new HttpCollector(certificates);
		};
	}

	private static SpanExporter exporter(Protocol protocol, String endpoint) {
		OtlpBuilder<SpanExporter> builder = OtlpBuilder
			.of((protocol == Protocol.GRPC) ? OtlpGrpcSpanExporter.getDefault() : OtlpHttpSpanExporter.getDefault());
		return builder.build()
			.apply(new Aim((protocol == Protocol.GRPC) ? endpoint : endpoint + "/v1/traces", null, null,
					new Senders(new Waits())));
	}

	private static String failure(SpanExporter exporter) {
		try (exporter) {
			CompletableResultCode result = exporter.export(List.of()).join(20, TimeUnit.SECONDS);
			assertThat(result.isSuccess()).isFalse();
			return ExportFailure.describe(result.getFailureThrowable());
		}
	}

}

package dev.oddkit.observability.exporter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.oddkit.observability.exporter.Collector.Arrival;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What goes over the wire, seen by a server of the protocol.
 */
@ExtendWith(OutputCaptureExtension.class)
class TransportTests {

	private static final Logger logger = LoggerFactory.getLogger(TransportTests.class);

	@ParameterizedTest
	@EnumSource(Protocol.class)
	void allSignalsArriveZippedAndWithTheirHeaders(Protocol protocol) {
		try (Collector collector = collector(protocol)) {
			try (StartedService service = StartedService.with(
					"observability.exporter.endpoint: 127.0.0.1:" + collector.port(),
					"observability.exporter.protocol: " + protocol.value(), "observability.metrics.to: otlp",
					"observability.exporter.headers.api-key: general",
					"observability.exporter.logs.headers.api-key: of logs")) {
				service.work("work");
				logger.info("line");
			}
			assertThat(collector.await((arrival) -> arrival.isOf(Signal.TRACES)).spans()).contains("work");
			assertThat(collector.arrivals()).anyMatch((arrival) -> arrival.isOf(Signal.METRICS))
				.anyMatch((arrival) -> arrival.isOf(Signal.LOGS))
				.allSatisfy((arrival) -> assertThat(arrival.headers())
					.containsEntry("api-key", arrival.isOf(Signal.LOGS) ? "of logs" : "general")
					.containsEntry((protocol == Protocol.GRPC) ? "grpc-encoding" : "content-encoding", "gzip"));
		}
	}

	@Test
	void compressionNoneIsObeyed() {
		try (Collector collector = new HttpCollector()) {
			try (StartedService service = StartedService.with(
					"observability.exporter.endpoint: http://127.0.0.1:" + collector.port() + "/base/",
					"observability.exporter.compression: none")) {
				service.work("work");
			}
			Arrival arrival = collector.await((candidate) -> candidate.isOf(Signal.TRACES));
			assertThat(arrival.headers()).doesNotContainKey("content-encoding");
			assertThat(arrival.path()).isEqualTo("/base/v1/traces");
		}
	}

	@ParameterizedTest
	@EnumSource(Protocol.class)
	void headersOfAFileAreReadAgain(Protocol protocol, @TempDir Path directory) throws Exception {
		Path file = Files.writeString(directory.resolve("headers"), "Authorization: Bearer old\n");
		try (Collector collector = collector(protocol);
				StartedService service = StartedService.with(
						"observability.exporter.traces.endpoint: http://127.0.0.1:" + collector.port(),
						"observability.exporter.protocol: " + protocol.value(),
						"observability.exporter.headers-file: " + file, "otel.bsp.schedule.delay: 50ms")) {
			service.work("before");
			assertThat(collector.await((arrival) -> arrival.spans().anyMatch("before"::equals)).headers())
				.containsEntry("authorization", "Bearer old");
			Files.writeString(file, "Authorization: Bearer new\n");
			service.work("after");
			assertThat(collector.await((arrival) -> arrival.spans().anyMatch("after"::equals)).headers())
				.containsEntry("authorization", "Bearer new");
		}
	}

	@ParameterizedTest
	@EnumSource(Protocol.class)
	void headerLeavesOnceHoweverItIsSpelt(Protocol protocol, @TempDir Path directory) throws Exception {
		Path file = Files.writeString(directory.resolve("headers"),
				"Authorization: Bearer of a file\r\nX-Tenant: b\r\n");
		try (Collector collector = collector(protocol)) {
			try (StartedService service = StartedService.with(
					"observability.exporter.traces.endpoint: http://127.0.0.1:" + collector.port(),
					"observability.exporter.protocol: " + protocol.value(),
					"observability.exporter.headers.AUTHORIZATION: Bearer of a property",
					"observability.exporter.headers.Api-Key: of the application",
					"--observability.exporter.headers.api-key=of the command line",
					"observability.exporter.headers-file: " + file)) {
				service.work("work");
			}
			assertThat(collector.await((arrival) -> arrival.isOf(Signal.TRACES)).headers())
				.containsEntry("authorization", "Bearer of a file")
				.containsEntry("x-tenant", "b")
				.containsEntry("api-key", "of the command line");
		}
	}

	@Test
	void variableNamesAHeaderWithUnderscoresForDashes(@TempDir Path directory) throws Exception {
		Path file = Files.writeString(directory.resolve("headers"), "Authorization: Bearer of a file\n");
		try (Collector collector = new HttpCollector()) {
			try (StartedService service = StartedService.with(
					"observability.exporter.endpoint: http://127.0.0.1:" + collector.port(),
					"observability.exporter.headers.X-Api-Key: of the file",
					"OBSERVABILITY_EXPORTER_HEADERS_X_API_KEY=general", "OBSERVABILITY_EXPORTER_HEADERS_FILE=" + file,
					"OBSERVABILITY_EXPORTER_LOGS_HEADERS_X_API_KEY=of logs")) {
				service.work("work");
				logger.info("line");
			}
			assertThat(collector.arrivals()).isNotEmpty()
				.allSatisfy((arrival) -> assertThat(arrival.headers()).doesNotContainKeys("x.api.key", "file")
					.containsEntry("x-api-key", arrival.isOf(Signal.LOGS) ? "of logs" : "general"));
		}
	}

	@Test
	void headersStayWhenTheirFileCannotBeReadAgain(@TempDir Path directory, CapturedOutput output) throws Exception {
		Path file = Files.writeString(directory.resolve("headers"), "Authorization: Bearer old\n");
		try (Collector collector = new HttpCollector();
				StartedService service = StartedService.with(
						"observability.exporter.traces.endpoint: http://127.0.0.1:" + collector.port(),
						"observability.exporter.headers-file: " + file, "otel.bsp.schedule.delay: 50ms")) {
			service.work("before");
			collector.await((arrival) -> arrival.spans().anyMatch("before"::equals));
			Files.delete(file);
			for (String name : List.of("after", "and after")) {
				service.work(name);
				assertThat(collector.await((arrival) -> arrival.spans().anyMatch(name::equals)).headers())
					.containsEntry("authorization", "Bearer old");
			}
		}
		assertThat(output.getOut().lines().filter((line) -> line.contains("cannot be read again"))).singleElement()
			.asString()
			.contains("WARN", file.toString(), "NoSuchFileException")
			.doesNotContain("Bearer");
	}

	@ParameterizedTest
	@EnumSource(Protocol.class)
	void bundleIsUsedOnBothSidesAndItsRenewalCountsWithTheNextExport(Protocol protocol, @TempDir Path directory)
			throws Exception {
		Certificates certificates = new Certificates(directory);
		Supplier<Collector> server = (protocol == Protocol.GRPC) ? () -> new GrpcCollector(certificates)
				: () -> new HttpCollector(certificates);
		try (Collector collector = server.get()) {
			List<String> settings = new ArrayList<>(certificates.bundle("client-a"));
			settings.addAll(List.of("observability.exporter.traces.endpoint: https://127.0.0.1:" + collector.port(),
					"observability.exporter.protocol: " + protocol.value(),
					"observability.exporter.ssl-bundle: collector", "otel.bsp.schedule.delay: 50ms"));
			try (StartedService service = StartedService.with(null, settings)) {
				service.work("before");
				assertThat(collector.await((arrival) -> arrival.spans().anyMatch("before"::equals)).client())
					.isEqualTo("CN=client-a");
				certificates.use("client-b");
				org.awaitility.Awaitility.await().atMost(java.time.Duration.ofSeconds(20)).until(() -> {
					service.work("after");
					return collector.arrivals().stream().anyMatch((arrival) -> arrival.client().equals("CN=client-b"));
				});
			}
		}
	}

	@ParameterizedTest
	@EnumSource(Signal.class)
	void eachSignalMayHaveSettingsOfItsOwn(Signal signal, @TempDir Path directory) throws Exception {
		Certificates certificates = new Certificates(directory);
		Path headers = Files.writeString(directory.resolve("headers"), "api-key: of a file\n");
		String specific = "observability.exporter." + signal.key() + ".";
		try (Collector general = new HttpCollector(); Collector own = new GrpcCollector(certificates)) {
			List<String> settings = new ArrayList<>(certificates.bundle("client-a"));
			settings.addAll(List.of("observability.exporter.endpoint: http://127.0.0.1:" + general.port(),
					"observability.exporter.headers.api-key: general", "observability.metrics.to: otlp",
					specific + "endpoint: https://127.0.0.1:" + own.port(), specific + "protocol: grpc",
					specific + "compression: none", specific + "ssl-bundle: collector",
					specific + "headers-file: " + headers));
			try (StartedService service = StartedService.with(null, settings)) {
				service.work("work");
				logger.info("line");
			}
			assertThat(own.arrivals()).isNotEmpty().allSatisfy((arrival) -> {
				assertThat(arrival.isOf(signal)).isTrue();
				assertThat(arrival.client()).isEqualTo("CN=client-a");
				assertThat(arrival.headers()).containsEntry("api-key", "of a file").doesNotContainKey("grpc-encoding");
			});
			for (Signal other : Signal.values()) {
				assertThat(general.arrivals()).filteredOn((arrival) -> arrival.isOf(other))
					.allSatisfy((arrival) -> assertThat(arrival.headers()).containsEntry("api-key", "general")
						.containsEntry("content-encoding", "gzip"))
					.matches((arrivals) -> arrivals.isEmpty() == (other == signal), other.key());
			}
		}
	}

	private static Collector collector(Protocol protocol) {
		return (protocol == Protocol.GRPC) ? new GrpcCollector() : new HttpCollector();
	}

}

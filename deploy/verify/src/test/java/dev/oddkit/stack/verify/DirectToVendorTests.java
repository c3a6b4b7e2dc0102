package dev.oddkit.stack.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service that sends straight to a vendor: the same application, other properties.
 * Needs the packaged inventory.
 */
class DirectToVendorTests {

	@TempDir
	Path folder;

	@Test
	void needsNoCollectorAndNoRebuild() throws Exception {
		try (VendorReceiver vendor = new VendorReceiver("dd-api-key", "k3y")) {
			Path headers = Files.writeString(this.folder.resolve("headers.yaml"), "dd-api-key: k3y\n");
			ProcessBuilder builder = new ProcessBuilder(
					List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
							"-XX:TieredStopAtLevel=1", "-Xmx192m", "-jar", inventory().toString()))
				.redirectErrorStream(true)
				.redirectOutput(this.folder.resolve("inventory.log").toFile());
			builder.environment()
				.putAll(Map.of("SERVER_PORT", "0", "OBSERVABILITY_EXPORTER_ENDPOINT", vendor.url(),
						"OBSERVABILITY_EXPORTER_HEADERSFILE", headers.toString(), "OBSERVABILITY_METRICS_TO", "otlp",
						"OTEL_METRIC_EXPORT_INTERVAL", "2000", "OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE",
						"delta"));
			Process inventory = builder.start();
			try {
				VendorReceiver.Request logs = vendor.await("/v1/logs", (request) -> true);
				assertThat(ExportLogsServiceRequest.parseFrom(logs.body()).toString()).contains("inventory");
				vendor.await("/v1/metrics", (request) -> true);
			}
			finally {
				inventory.destroyForcibly();
			}
		}
	}

	private static Path inventory() throws IOException {
		Path target = Path.of("..", "..", "demo-inventory", "target");
		Assumptions.assumeTrue(Files.isDirectory(target), "demo-inventory is not packaged");
		try (Stream<Path> files = Files.list(target)) {
			return files.filter((file) -> file.toString().endsWith("-exec.jar"))
				.findFirst()
				.orElseGet(() -> Assumptions.abort("demo-inventory is not packaged"));
		}
	}

}

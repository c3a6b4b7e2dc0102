package dev.oddkit.observability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a running service holds on its heap, in a JVM of its own: others would leave their
 * objects.
 */
class LiveHeapTests {

	private static List<String> histogram;

	@BeforeAll
	static void run() throws IOException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), "-XX:TieredStopAtLevel=1", HeapOfAShop.class.getName())
			.redirectErrorStream(true)
			.start();
		histogram = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "io.opentelemetry.sdk.trace.SdkTracerProvider",
			"io.opentelemetry.sdk.metrics.SdkMeterProvider", "io.opentelemetry.sdk.logs.SdkLoggerProvider",
			"io.opentelemetry.sdk.trace.export.BatchSpanProcessor",
			"io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor" })
	void heapHoldsOneOf(String type) {
		assertThat(histogram.stream()
			.map((line) -> line.trim().split("\\s+"))
			.filter((columns) -> columns.length >= 4 && columns[3].equals(type))).singleElement()
			.satisfies((columns) -> assertThat(columns[1]).isEqualTo("1"));
	}

}

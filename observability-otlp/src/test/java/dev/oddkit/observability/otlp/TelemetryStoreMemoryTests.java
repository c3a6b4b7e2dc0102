package dev.oddkit.observability.otlp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the default limits of {@link TelemetryStore} hold in a small JVM.
 */
class TelemetryStoreMemoryTests {

	@TempDir
	private Path folder;

	@Test
	void takesAMillionSpansInAHeapOf128Megabytes() throws IOException, InterruptedException {
		Path output = this.folder.resolve("output.txt");
		Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx128m", "-XX:+ExitOnOutOfMemoryError", "-cp", System.getProperty("java.class.path"),
				MillionSpans.class.getName())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		try {
			boolean ended = child.waitFor(180, TimeUnit.SECONDS);
			String counts = Files.readString(output, StandardCharsets.UTF_8);
			assertThat(ended).as(counts).isTrue();
			assertThat(child.exitValue()).as(counts).isZero();
			assertThat(counts).contains("spansReceived=1000000", "received=200000", "pointsReceived=300000");
			System.out.println(counts);
		}
		finally {
			child.destroyForcibly();
		}
	}

}

package dev.oddkit.observability.exporter;

import java.io.File;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

import dev.oddkit.observability.otlp.LogRecord;
import dev.oddkit.observability.otlp.OtlpReceiver;
import dev.oddkit.observability.otlp.RecordingConsumer;
import dev.oddkit.observability.otlp.Span;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who exports by HTTP neither loads OkHttp nor needs it.
 */
class WithoutOkHttpTests {

	@Test
	void everySignalLeavesByHttpThoughOkHttpAndKotlinAreNotThere() throws Exception {
		String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !entry.matches(".*(okhttp-|okio-|kotlin-stdlib|okhttp-jvm).*"))
			.collect(Collectors.joining(File.pathSeparator));
		assertThat(classPath).isNotEqualTo(System.getProperty("java.class.path"));
		RecordingConsumer received = new RecordingConsumer();
		try (OtlpReceiver receiver = OtlpReceiver.builder(received).build().start()) {
			RunningProgram program = RunningProgram.start(classPath, Program.class, Duration.ofSeconds(60),
					new String[] { "--observability.exporter.endpoint=http://127.0.0.1:" + receiver.port(),
							"--observability.metrics.to=otlp" });
			assertThat(program.exitCode()).as(program::toString).isZero();
			assertThat(received.spans()).as(program::toString).extracting(Span::name).contains("job");
			assertThat(received.logs()).extracting(LogRecord::body).contains("job done");
			assertThat(received.metrics()).extracting((metric) -> metric.name()).contains("program.items");
		}
	}

}

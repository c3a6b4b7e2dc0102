package dev.oddkit.observability.classpath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

import dev.oddkit.observability.otlp.LogRecord;
import dev.oddkit.observability.otlp.Trace;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that devtools restarts in the same JVM because a class changed.
 */
class DevtoolsIT {

	@Test
	void telemetryFollowsARestart() throws IOException {
		try (RunningApplication application = RunningApplication.of("devtools")
			.property("spring.devtools.livereload.enabled=false")
			.start()) {
			String before = greet(application, application.port(1));
			changeAClass();
			String after = greet(application, application.port(2));
			assertThat(application.stop()).isEqualTo(143);
			assertThat(application.received().traces()).extracting(Trace::traceId).containsExactly(before, after);
			assertThat(application.received().logs()).filteredOn((log) -> log.body().equals("Greeting Ada"))
				.extracting(LogRecord::traceId)
				.containsExactly(before, after);
		}
	}

	@Test
	void nothingHoldsTheSdkOfBeforeARestart() throws IOException {
		try (RunningApplication application = RunningApplication.of("devtools")
			.property("spring.devtools.livereload.enabled=false")
			// What is held softly may be as old as the memory allows
			.option("-XX:SoftRefLRUPolicyMSPerMB=0")
			.start()) {
			greet(application, application.port(1));
			changeAClass();
			greet(application, application.port(2));
			for (String type : List.of("io.opentelemetry.instrumentation.spring.autoconfigure.SpringOpenTelemetrySdk",
					"io.opentelemetry.sdk.trace.SdkTracerProvider", "dev.oddkit.observability.exporter.ExportStatus")) {
				Eventually.so("one " + type + " lives", () -> application.live(type) == 1);
			}
		}
	}

	private static String greet(RunningApplication application, int port) {
		String traceId = RunningApplication.newTraceId();
		assertThat(application.send("GET", port, "/greeting/Ada", "traceparent", RunningApplication.caller(traceId))
			.statusCode()).isEqualTo(200);
		return traceId;
	}

	private static void changeAClass() throws IOException {
		Path classes = Applications.classPath("devtools").get(0);
		Files.setLastModifiedTime(classes.resolve("com/example/WebApplication.class"), FileTime.from(Instant.now()));
	}

}

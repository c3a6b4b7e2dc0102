package dev.oddkit.observability.classpath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Logback with a file that changes while the application runs.
 */
class LogbackReloadIT {

	private static final String CONFIGURATION = """
			<configuration scan="true" scanPeriod="100 milliseconds">
			  <appender name="console" class="ch.qos.logback.core.ConsoleAppender">
			    <encoder><pattern>%%m %s%%n</pattern></encoder>
			  </appender>
			  %s
			  <root level="info"><appender-ref ref="console"/></root>
			</configuration>
			""";

	private static final String OWN = """
			<appender name="own" class="io.opentelemetry.instrumentation.logback.appender.v1_0.OpenTelemetryAppender"/>
			<logger name="com.example"><appender-ref ref="own"/></logger>
			""";

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "", OWN })
	void eventsStillLeaveOnceWhenTheFileIsReadAgain(String appender) throws IOException {
		Path file = this.directory.resolve("logback.xml");
		Files.writeString(file, CONFIGURATION.formatted("first", ""));
		try (RunningApplication application = RunningApplication.of("servlet")
			.property("logging.config=" + file.toUri())
			.start()) {
			Path changed = Files.writeString(this.directory.resolve("changed"),
					CONFIGURATION.formatted("second", appender));
			Files.move(changed, file, StandardCopyOption.ATOMIC_MOVE);
			Eventually.so("Logback reads its file again", () -> {
				application.get("/greeting/Ada");
				return application.log().contains("Greeting Ada second");
			});
			String traceId = application.getTraced("/greeting/Grace");
			application.stop();
			assertThat(application.received().logs()).filteredOn((record) -> record.traceId().equals(traceId))
				.singleElement()
				.satisfies((record) -> assertThat(record.body()).isEqualTo("Greeting Grace"));
		}
	}

}

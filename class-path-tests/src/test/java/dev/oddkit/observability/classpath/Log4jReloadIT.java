package dev.oddkit.observability.classpath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Log4j with a file that changes while the application runs.
 */
class Log4jReloadIT {

	private static final String CONFIGURATION = """
			<Configuration monitorInterval="1">
			  <Appenders><Console name="Console"><PatternLayout pattern="%%m %s%%n"/></Console></Appenders>
			  <Loggers><Root level="info"><AppenderRef ref="Console"/></Root></Loggers>
			</Configuration>
			""";

	@TempDir
	private Path directory;

	@Test
	void eventsStillLeaveOnceWhenTheFileIsReadAgain() throws IOException {
		Path file = this.directory.resolve("log4j2.xml");
		Files.writeString(file, CONFIGURATION.formatted("first"));
		try (RunningApplication application = RunningApplication.of("jetty")
			.main("com.example.FailingApplication")
			.property("logging.config=" + file.toUri())
			.start()) {
			application.get("/works");
			Path changed = Files.writeString(this.directory.resolve("changed"), CONFIGURATION.formatted("second"));
			Files.move(changed, file, StandardCopyOption.ATOMIC_MOVE);
			Eventually.so("Log4j reads its file again", () -> {
				application.get("/works");
				return application.log().contains("works second");
			});
			String traceId = application.getTraced("/works");
			application.stop();
			assertThat(application.received().logs()).filteredOn((record) -> record.traceId().equals(traceId))
				.singleElement()
				.satisfies((record) -> assertThat(record.body()).contains("works"));
			assertThat(application.log()).doesNotContain("ERROR");
		}
	}

}

package dev.oddkit.observability.classpath;

import dev.oddkit.observability.otlp.LogRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Jetty instead of Tomcat and Log4j instead of Logback, without a file for Log4j.
 */
class JettyIT {

	private static RunningApplication application;

	private static String failed;

	@BeforeAll
	static void start() {
		application = RunningApplication.of("jetty")
			.main("com.example.FailingApplication")
			.property("observability.logging.mdc.excluded=pass*")
			.start();
		failed = application.getTraced("/fail");
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void lineOfTheContainerForAnUncaughtExceptionBelongsToTheTraceOfItsRequest() {
		LogRecord record = record("org.eclipse.jetty", "");
		assertThat(record.traceId()).isEqualTo(failed);
		assertThat(record.spanId()).isEqualTo(application.trace(failed, 1).root().spanId());
		assertThat(record.attributes().get("exception.stacktrace")).asString().contains("the handler fails");
		assertThat(application.log().lines().filter((line) -> line.endsWith(": /fail"))).singleElement()
			.asString()
			.contains(failed);
	}

	@ParameterizedTest
	@ValueSource(strings = { "future", "deferred", "stream" })
	void failureThatComesLaterOnAnotherThreadBelongsToItsTraceToo(String way) {
		String traceId = application.getTraced("/fail-later/" + way);
		LogRecord record = record("org.eclipse.jetty", "/fail-later/" + way);
		assertThat(record.traceId()).isEqualTo(traceId);
		assertThat(record.attributes().get("exception.stacktrace")).asString().contains("late " + way);
	}

	@Test
	void nextRequestDoesNotContinueTheFailedOne() {
		String next = application.getTraced("/works");
		assertThat(record("com.example", "works").traceId()).isEqualTo(next);
	}

	@Test
	void recordOfLog4jCarriesWhatTheEventHas() {
		LogRecord record = record("com.example", "about to fail");
		assertThat(record.traceId()).isEqualTo(failed);
		assertThat(record.severityText()).isEqualTo("WARN");
		assertThat(record.attributes()).containsEntry("customer", "c-1")
			.containsEntry("order.items", "3")
			.containsEntry("log4j.marker", "AUDIT")
			.containsEntry("exception.type", "java.lang.IllegalStateException")
			.containsKeys("thread.name", "exception.stacktrace")
			.doesNotContainKeys("password", "traceId", "spanId", "trace_id", "span_id");
	}

	@Test
	void eventThatWasLoggedBeforeTheSdkExistedArrivesOnce() {
		assertThat(record("com.example", "No active profile set").traceId()).isEmpty();
		assertThat(application.received().logs())
			.filteredOn((record) -> record.body().startsWith("No active profile set"))
			.hasSize(1);
	}

	@Test
	void structuredLineOfLog4jCarriesTheTraceId() {
		try (RunningApplication structured = RunningApplication.of("jetty")
			.main("com.example.FailingApplication")
			.property("logging.structured.format.console=ecs")
			.start()) {
			String traceId = structured.getTraced("/works");
			assertThat(structured.stop()).isEqualTo(143);
			assertThat(structured.log().lines().filter((line) -> line.contains("\"works\""))).singleElement()
				.asString()
				.startsWith("{")
				.contains("\"traceId\":\"" + traceId + "\"");
		}
	}

	private static LogRecord record(String logger, String text) {
		return application.received()
			.awaitLogs((all) -> all.stream().anyMatch((record) -> matches(record, logger, text)),
					RunningApplication.PATIENCE)
			.stream()
			.filter((record) -> matches(record, logger, text))
			.findFirst()
			.orElseThrow();
	}

	private static boolean matches(LogRecord record, String logger, String text) {
		return record.scope().name().startsWith(logger) && record.body().contains(text)
				&& (!text.isEmpty() || record.severityNumber() > 12);
	}

}

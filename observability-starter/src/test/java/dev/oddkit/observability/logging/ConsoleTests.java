package dev.oddkit.observability.logging;

import dev.oddkit.observability.RunningShop;
import dev.oddkit.observability.otlp.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The log next to the export.
 */
@ExtendWith(OutputCaptureExtension.class)
class ConsoleTests {

	/**
	 * Spring Boot leaves it to the next application of the JVM.
	 */
	@AfterEach
	void forgetTheFormat() {
		System.clearProperty(LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName());
	}

	@ParameterizedTest
	@CsvSource({ "ecs, '\"traceId\":\"%s\"'", "logstash, '\"traceId\":\"%s\"'" })
	void structuredLineCarriesTheTraceId(String format, String field, CapturedOutput output) {
		try (RunningShop shop = new RunningShop("logging.structured.format.console=" + format)) {
			String traceId = shop.getTraced("/log?message=structured");
			assertThat(shop.received()
				.awaitLogs((all) -> all.stream().anyMatch((record) -> record.body().equals("structured")),
						RunningShop.SOON))
				.isNotEmpty();
			assertThat(output.getOut().lines().filter((line) -> line.contains("\"structured\""))).singleElement()
				.asString()
				.startsWith("{")
				.contains(field.formatted(traceId), "\"customer\":\"c-1\"", "out of stock")
				.doesNotContain("trace_id", "span_id", "trace_flags");
		}
	}

	@Test
	void appenderThatTheUserConfiguredStaysTheOnlyOne(CapturedOutput output) {
		try (RunningShop shop = new RunningShop(
				"logging.config=classpath:dev/oddkit/observability/logging/own-appender.xml")) {
			shop.getTraced("/log?message=once");
			shop.getTraced("/log?message=then");
			assertThat(shop.received()
				.awaitLogs((all) -> all.stream().anyMatch((record) -> record.body().equals("then")), RunningShop.SOON))
				.filteredOn((record) -> record.body().equals("once"))
				.singleElement()
				.extracting(LogRecord::severityText)
				.isEqualTo("WARN");
			assertThat(output.getOut().lines().filter((line) -> line.endsWith(": once"))).hasSize(1);
		}
	}

}

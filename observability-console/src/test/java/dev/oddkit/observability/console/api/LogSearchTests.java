package dev.oddkit.observability.console.api;

import java.util.List;
import java.util.SplittableRandom;

import dev.oddkit.observability.console.TestConsole;
import dev.oddkit.observability.console.sample.SampleSpans;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogSearch}.
 */
class LogSearchTests {

	private TestConsole console;

	private SampleSpans trace;

	@BeforeEach
	void start() {
		this.console = new TestConsole();
		this.trace = new SampleSpans(1_700_000_000_000_000_000L, new SplittableRandom(42));
		this.trace.log("orders", "00000000000000aa", 2, SeverityNumber.SEVERITY_NUMBER_ERROR2, "Nothing left");
		this.trace.log("gateway", "00000000000000bb", 1, SeverityNumber.SEVERITY_NUMBER_INFO, "Order came in");
		this.trace.post(this.console.otlp());
		this.console.otlp()
			.logs("orders",
					List.of(LogRecord.newBuilder()
						.setTimeUnixNano(1_700_000_000_009_000_000L)
						.setSeverityText("warn")
						.setBody(AnyValue.newBuilder().setStringValue("Started slowly"))
						.build()));
	}

	@AfterEach
	void stop() {
		this.console.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			                        | Started slowly;Nothing left;Order came in
			service=orders          | Started slowly;Nothing left
			severity=warn           | Started slowly;Nothing left
			severity=ERROR          | Nothing left
			severity=TRACE          | Started slowly;Nothing left;Order came in
			text=NOTHING            | Nothing left
			text=exec-1             | Nothing left;Order came in
			text=left&severity=FATAL|
			limit=1                 | Started slowly
			""")
	void findsTheNewestFirst(String query, String bodies) {
		List<String> expected = (bodies != null) ? List.of(bodies.split(";")) : List.of();
		assertThat(bodies(this.console.get("/api/logs?" + ((query != null) ? query : "")))).isEqualTo(expected);
	}

	@Test
	void showsThoseOfATraceInTheOrderOfTime() {
		JsonNode found = this.console.get("/api/logs?traceId=" + this.trace.traceId());
		assertThat(bodies(found)).containsExactly("Order came in", "Nothing left");
		assertThat(found.path("logs").get(1)).hasToString("""
				{"timeNanos":"1700000000002000000","severity":"ERROR","severityNumber":18,"body":"Nothing left",\
				"service":"orders","traceId":"%s","spanId":"00000000000000aa","eventName":"","scope":"sample",\
				"attributes":{"thread.name":"http-nio-8080-exec-1"}}""".formatted(this.trace.traceId()));
	}

	@Test
	void countsAllThatMatch() {
		assertThat(this.console.get("/api/logs?limit=1").path("total").asInt()).isEqualTo(3);
	}

	@Test
	void refusesASeverityThatDoesNotExist() {
		assertThat(this.console.error(400, "/api/logs?severity=bad"))
			.isEqualTo("severity must be one of TRACE, DEBUG, INFO, WARN, ERROR, FATAL; was \"bad\".");
	}

	private static List<String> bodies(JsonNode found) {
		return found.path("logs").valueStream().map((log) -> log.path("body").asString()).toList();
	}

}

package dev.oddkit.observability.classpath;

import java.nio.file.Path;

import dev.oddkit.observability.otlp.LogRecord;
import dev.oddkit.observability.otlp.SpanKind;
import dev.oddkit.observability.otlp.Trace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that OpenTelemetry's Java agent was attached to, as the Operator's
 * {@code inject-java} does.
 */
class JavaAgentIT {

	@ParameterizedTest
	@ValueSource(strings = { "relay", "plain" })
	void agentOwnsTheSdkAndEverySpanOccursOnce(String client) {
		try (RunningApplication application = RunningApplication.of("agent")
			.option("-javaagent:" + agent())
			.environment("OTEL_EXPORTER_OTLP_ENDPOINT", "{endpoint}")
			.environment("OTEL_SERVICE_NAME", "agent")
			.start()) {
			String traceId = application.getTraced("/" + client + "/" + application.port(1) + "/Ada");
			assertThat(application.get("/actuator/prometheus").body())
				.contains("http_server_request_duration_seconds_count{");
			assertThat(application.stop()).isEqualTo(143);
			Trace trace = application.trace(traceId, 4);
			assertThat(trace.spans()).as(trace.render())
				.extracting("kind")
				.containsExactly(SpanKind.SERVER, SpanKind.CLIENT, SpanKind.SERVER, SpanKind.INTERNAL);
			assertThat(trace.spans()).filteredOn((span) -> span.name().equals("greet"))
				.singleElement()
				.extracting("parentSpanId")
				.isEqualTo(trace.spans().get(2).spanId());
			assertThat(application.received().logs()).filteredOn((log) -> log.body().equals("Greeting Ada"))
				.singleElement()
				.extracting(LogRecord::traceId)
				.isEqualTo(traceId);
			assertThat(application.log().lines().filter((line) -> line.contains("Java agent is attached"))).hasSize(1);
			assertThat(application.log()).doesNotContain("No endpoint for telemetry");
		}
	}

	private static Path agent() {
		return Applications.classPath("agent")
			.stream()
			.filter((path) -> path.getFileName().toString().startsWith("opentelemetry-javaagent"))
			.findFirst()
			.orElseThrow();
	}

}

package dev.oddkit.observability.classpath;

import java.util.List;

import dev.oddkit.observability.otlp.LogRecord;
import dev.oddkit.observability.otlp.Span;
import dev.oddkit.observability.otlp.SpanKind;
import dev.oddkit.observability.otlp.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same two requests on different class paths and with different ways to start: each
 * span once, each log line with its ids, an end without losses.
 */
class WebClassPathsIT {

	@ParameterizedTest
	@CsvSource({ "servlet, --spring.main.lazy-initialization=true", "servlet, --spring.threads.virtual.enabled=true",
			"ahead-of-time, -Dspring.aot.enabled=true", "without-actuator,", "opentelemetry-starter,", "webflux,",
			"webflux, --spring.main.lazy-initialization=true" })
	void tracesAndLogsArriveOnce(String name, String option) {
		try (RunningApplication application = start(name, option)) {
			String traceId = application.getTraced("/relay/" + application.port(1) + "/Ada");
			assertThat(application.stop()).as(application.log()).isEqualTo(143);
			assertThat(application.received().traces()).singleElement().extracting(Trace::traceId).isEqualTo(traceId);
			Trace trace = application.trace(traceId, 3);
			assertThat(trace.spans()).as(trace.render())
				.extracting(Span::kind)
				.filteredOn((kind) -> kind != SpanKind.INTERNAL)
				.containsExactly(SpanKind.SERVER, SpanKind.CLIENT, SpanKind.SERVER);
			assertThat(trace.spans()).filteredOn((span) -> span.kind() != SpanKind.INTERNAL)
				.allSatisfy((span) -> assertThat(span.attributes()).containsEntry("http.response.status_code", 200L));
			List<LogRecord> logs = application.received().logs();
			assertThat(logs).filteredOn((log) -> log.traceId().equals(traceId))
				.singleElement()
				.extracting(LogRecord::spanId)
				.isEqualTo(trace.spans().get(trace.spans().size() - 1).spanId());
			assertThat(logs).extracting(LogRecord::body)
				.filteredOn((body) -> body.startsWith("Started WebApplication"))
				.hasSize(1);
			assertThat(application.log()).doesNotContain(" ERROR ", " WARN ");
		}
	}

	@ParameterizedTest
	@CsvSource({ "servlet,", "servlet, --spring.main.lazy-initialization=true",
			"ahead-of-time, -Dspring.aot.enabled=true", "without-actuator,", "webflux,",
			"webflux, --spring.main.lazy-initialization=true" })
	void clientBeanThatTheApplicationMakesItselfIsLikeOneOfSpringBoots(String name, String option) {
		try (RunningApplication application = start(name, option)) {
			String traceId = application.getTraced("/plain/" + application.port(1) + "/Ada");
			assertThat(application.stop()).as(application.log()).isEqualTo(143);
			Trace trace = application.trace(traceId, 3);
			assertThat(trace.spans()).as(trace.render())
				.filteredOn((span) -> span.kind() != SpanKind.INTERNAL)
				.extracting(Span::name)
				.containsExactly("GET /plain/{port}/{name}", "GET /greeting/{name}", "GET /greeting/{name}");
		}
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void requestOnAVirtualThreadCarriesItsContext() {
		try (RunningApplication application = start("servlet", "--spring.threads.virtual.enabled=true")) {
			String traceId = application.getTraced("/greeting/Ada");
			assertThat(application.stop()).as(application.log()).isEqualTo(143);
			assertThat(application.received().logs()).filteredOn((log) -> log.traceId().equals(traceId))
				.singleElement()
				.satisfies((log) -> assertThat(log.attributes().get("thread.name")).asString()
					.startsWith("tomcat-handler-"));
		}
	}

	private static RunningApplication start(String name, String option) {
		Start start = RunningApplication.of(name);
		if (option != null) {
			start.option(option);
		}
		return start.start();
	}

}

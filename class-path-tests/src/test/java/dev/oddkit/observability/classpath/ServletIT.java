package dev.oddkit.observability.classpath;

import dev.oddkit.observability.otlp.SpanKind;
import dev.oddkit.observability.otlp.Trace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The README's three steps and a servlet application, nothing else.
 */
class ServletIT {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.of("servlet").start();
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void callAndCalledServiceMakeOneTrace() {
		Trace trace = application.trace(relayedGreeting(), 4);
		assertThat(trace.spans()).extracting("kind")
			.containsExactly(SpanKind.SERVER, SpanKind.CLIENT, SpanKind.SERVER, SpanKind.INTERNAL);
		assertThat(trace.spans()).extracting("name")
			.containsExactly("GET /relay/{port}/{name}", "GET /greeting/{name}", "GET /greeting/{name}", "greet");
	}

	@Test
	void logLineCarriesTheIdsOfItsSpan() {
		Trace trace = application.trace(relayedGreeting(), 4);
		assertThat(application.received()
			.awaitLogs((logs) -> logs.stream().anyMatch((log) -> log.traceId().equals(trace.traceId())),
					RunningApplication.PATIENCE))
			.filteredOn((log) -> log.traceId().equals(trace.traceId()))
			.singleElement()
			.satisfies((log) -> {
				assertThat(log.body()).isEqualTo("Greeting Ada");
				assertThat(log.spanId()).isEqualTo(trace.spans().get(3).spanId());
			});
	}

	@Test
	void scrapeShowsTheRequests() {
		relayedGreeting();
		assertThat(application.get("/actuator/prometheus").body()).contains(
				"http_server_request_duration_seconds_count{", "http_client_request_duration_seconds_count{",
				"target_info{");
	}

	private static String relayedGreeting() {
		return application.getTraced("/relay/" + application.port(1) + "/Ada");
	}

}

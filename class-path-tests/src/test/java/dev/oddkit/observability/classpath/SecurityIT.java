package dev.oddkit.observability.classpath;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import dev.oddkit.observability.otlp.LogRecord;
import dev.oddkit.observability.otlp.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that Spring Security refuses are as easy to follow as those that it lets
 * through, and its filter chains make no noise.
 */
@ParameterizedClass
@ValueSource(strings = { "security", "webflux-security" })
class SecurityIT {

	private static final String HEADER = "x-trace-id";

	private static RunningApplication application;

	private final String name;

	SecurityIT(String name) {
		this.name = name;
	}

	@BeforeParameterizedClassInvocation
	static void start(String name) {
		application = start(name, "observability.propagation.response.header=" + HEADER);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		application.close();
	}

	@Test
	void unauthenticatedCallerLearnsTheTraceId() {
		assertRefused(application.get("/greeting/Ada"), 401);
	}

	@Test
	void callerWithoutPermissionLearnsTheTraceId() {
		assertRefused(application.get("/books", "authorization", basic()), 403);
	}

	@Test
	void filterChainsMakeNoSpans() {
		HttpResponse<String> response = application.get("/greeting/Ada", "authorization", basic());
		assertThat(response.statusCode()).isEqualTo(200);
		Trace trace = application.trace(traceId(response), 1);
		assertThat(trace.spans()).as(trace.render()).hasSize(1);
	}

	@Test
	void oneSwitchBringsTheSpansOfTheFilterChains() {
		try (RunningApplication observed = start(this.name, "management.observations.enable.spring.security=true")) {
			String traceId = observed.getTraced("/greeting/Ada");
			assertThat(observed.trace(traceId, 4).spans()).anyMatch((span) -> span.name().startsWith("authorize "));
		}
	}

	private static RunningApplication start(String name, String property) {
		return RunningApplication.of(name)
			.property(property)
			.property("spring.security.user.name=ada")
			.property("spring.security.user.password=secret")
			.property("logging.level.org.springframework.security=debug")
			.start();
	}

	private static void assertRefused(HttpResponse<String> response, int status) {
		assertThat(response.statusCode()).isEqualTo(status);
		Trace trace = application.trace(traceId(response), 1);
		assertThat(trace.spans()).as(trace.render()).singleElement().satisfies((span) -> {
			assertThat(span.attributes()).containsEntry("http.response.status_code", (long) status);
			application.received()
				.awaitLogs("a line of Spring Security with the ids",
						(logs) -> logs.stream()
							.anyMatch((log) -> log.spanId().equals(span.spanId()) && isSecuritys(log)),
						RunningApplication.PATIENCE);
		});
	}

	private static boolean isSecuritys(LogRecord log) {
		return log.scope().name().startsWith("org.springframework.security");
	}

	private static String traceId(HttpResponse<String> response) {
		return response.headers().firstValue(HEADER).orElseThrow();
	}

	private static String basic() {
		return "Basic " + Base64.getEncoder().encodeToString("ada:secret".getBytes(StandardCharsets.UTF_8));
	}

}

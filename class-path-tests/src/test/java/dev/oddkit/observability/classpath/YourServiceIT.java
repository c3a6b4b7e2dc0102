package dev.oddkit.observability.classpath;

import dev.oddkit.observability.otlp.Trace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A plain application after the five lines of {@code docs/how-to/your-service.md}.
 */
class YourServiceIT {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.of("your-service").environment("OTEL_METRIC_EXPORT_INTERVAL", "500").start();
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	@Test
	void sendsAllThreeSignals() {
		Trace trace = application.trace(application.getTraced("/greeting/Ada"), 2);
		assertThat(trace.spans()).extracting("name").containsExactlyInAnyOrder("GET /greeting/{name}", "greet");
		application.received()
			.awaitLogs((logs) -> logs.stream().anyMatch((log) -> log.traceId().equals(trace.traceId())),
					RunningApplication.PATIENCE);
		application.received()
			.awaitMetrics("request durations",
					(metrics) -> metrics.stream()
						.anyMatch((metric) -> metric.name().equals("http.server.request.duration")),
					RunningApplication.PATIENCE);
	}

}

package dev.oddkit.observability.classpath;

import dev.oddkit.observability.otlp.SpanKind;
import dev.oddkit.observability.otlp.Trace;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that configures the SDK declaratively.
 */
class DeclarativeIT {

	private static final String SPANS = "otel.tracer_provider.processors[0].batch.";

	private static final String LOGS = "otel.logger_provider.processors[0].batch.";

	private static final String METRICS = "otel.meter_provider.readers[0].periodic.";

	private static final String ENDPOINT = "exporter.otlp_http.endpoint=${OBSERVABILITY_EXPORTER_ENDPOINT}/v1/";

	@Test
	void allSignalsLeaveOnceAndOneLineSaysWhatHasNoEffect() {
		try (RunningApplication application = RunningApplication.of("servlet")
			.property("otel.file_format=1.1")
			.property("otel.propagator.composite_list=tracecontext,baggage")
			.property(SPANS + "schedule_delay=50")
			.property(SPANS + ENDPOINT + "traces")
			.property(LOGS + "schedule_delay=50")
			.property(LOGS + ENDPOINT + "logs")
			.property(METRICS + "interval=500")
			.property(METRICS + ENDPOINT + "metrics")
			.start()) {
			Trace trace = application.trace(application.getTraced("/relay/" + application.port(1) + "/Ada"), 4);
			assertThat(application.stop()).isEqualTo(143);
			assertThat(trace.spans()).as(trace.render())
				.extracting("kind")
				.containsExactly(SpanKind.SERVER, SpanKind.CLIENT, SpanKind.SERVER, SpanKind.INTERNAL);
			assertThat(application.received().logs()).filteredOn((log) -> log.traceId().equals(trace.traceId()))
				.singleElement()
				.satisfies((log) -> assertThat(log.body()).isEqualTo("Greeting Ada"));
			assertThat(application.received().metrics()).isNotEmpty();
			assertThat(application.log().lines().filter((line) -> line.contains("otel.file_format is set"))).hasSize(1);
			assertThat(application.log()).doesNotContain("nothing is pushed");
		}
	}

}

package dev.oddkit.observability.classpath;

import dev.oddkit.observability.otlp.Span;
import dev.oddkit.observability.otlp.SpanKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Libraries that both Micrometer and OpenTelemetry can instrument: each operation makes
 * its spans once.
 */
class OneOwnerIT {

	@Test
	void questionToAReactiveDatabaseMakesOneSpan() {
		try (RunningApplication application = RunningApplication.of("r2dbc")
			.main("com.example.RelationalApplication")
			.start()) {
			assertThat(application.awaitEnd()).as(application.log()).isZero();
			Span work = span(application, "work");
			assertThat(application.received().spans()).filteredOn((span) -> span.traceId().equals(work.traceId()))
				.filteredOn((span) -> span != work)
				.singleElement()
				.satisfies((span) -> {
					assertThat(span.kind()).isEqualTo(SpanKind.CLIENT);
					assertThat(span.parentSpanId()).isEqualTo(work.spanId());
					assertThat(span.attributes()).containsEntry("db.system.name", "h2database");
				});
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.kafka.template.observation-enabled=false",
			"spring.kafka.listener.observation-enabled=true" })
	void messageMakesOneSpanWhereItIsSentAndOneWhereItIsProcessed(String property) {
		try (RunningApplication application = RunningApplication.of("kafka")
			.main("com.example.MessagingApplication")
			.property(property)
			.start()) {
			assertThat(application.awaitEnd()).as(application.log()).isZero();
			Span work = span(application, "work");
			assertThat(application.received().spans()).filteredOn((span) -> span.traceId().equals(work.traceId()))
				.extracting(Span::kind)
				.containsExactlyInAnyOrder(SpanKind.INTERNAL, SpanKind.PRODUCER, SpanKind.CONSUMER);
			assertThat(application.received().logs()).filteredOn((log) -> log.body().equals("Greeting Ada"))
				.singleElement()
				.satisfies((log) -> assertThat(log.traceId()).isEqualTo(work.traceId()));
		}
	}

	private static Span span(RunningApplication application, String name) {
		return application.received()
			.spans()
			.stream()
			.filter((span) -> span.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

}

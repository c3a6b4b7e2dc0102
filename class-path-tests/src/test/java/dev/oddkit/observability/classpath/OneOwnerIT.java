package dev.oddkit.observability.classpath;

import java.util.List;
import java.util.regex.Pattern;

import dev.oddkit.observability.otlp.Span;
import dev.oddkit.observability.otlp.SpanKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Libraries that both Micrometer and OpenTelemetry can instrument: each operation makes
 * its spans once.
 */
class OneOwnerIT {

	private static final Pattern LABEL = Pattern.compile("[{,]([a-z_]+)=");

	@ParameterizedTest
	@CsvSource({ "otel.instrumentation.r2dbc.enabled=true, db.system.name, R2DBC",
			"otel.instrumentation.r2dbc.enabled=false, r2dbc.connection, R2DBC by Micrometer" })
	void questionToAReactiveDatabaseMakesOneSpan(String property, String attribute, String library) {
		try (RunningApplication application = RunningApplication.of("r2dbc")
			.main("com.example.RelationalApplication")
			.property(property)
			.property("observability.metrics.to=otlp")
			.start()) {
			assertThat(application.awaitEnd()).as(application.log()).isZero();
			Span work = application.span("work");
			assertThat(application.spans(work.traceId())).filteredOn((span) -> span != work)
				.singleElement()
				.satisfies((span) -> {
					assertThat(span.kind()).isEqualTo(SpanKind.CLIENT);
					assertThat(span.parentSpanId()).isEqualTo(work.spanId());
					assertThat(span.attributes()).containsKey(attribute);
				});
			DocumentedLibraries.of(library).compare(application);
		}
	}

	@ParameterizedTest
	@CsvSource({ "spring.kafka.template.observation-enabled=false, Kafka",
			"spring.kafka.listener.observation-enabled=true, Kafka by Micrometer" })
	void messageMakesOneSpanWhereItIsSentAndOneWhereItIsProcessed(String property, String library) {
		try (RunningApplication application = RunningApplication.of("kafka")
			.main("com.example.MessagingApplication")
			.property(property)
			.property("observability.metrics.to=otlp")
			.start()) {
			assertThat(application.awaitEnd()).as(application.log()).isZero();
			Span work = application.span("work");
			assertThat(application.spans(work.traceId())).extracting(Span::kind)
				.containsExactlyInAnyOrder(SpanKind.INTERNAL, SpanKind.PRODUCER, SpanKind.CONSUMER);
			assertThat(application.received().logs()).filteredOn((log) -> log.body().equals("Greeting Ada"))
				.singleElement()
				.satisfies((log) -> assertThat(log.traceId()).isEqualTo(work.traceId()));
			DocumentedLibraries.of(library).compare(application);
		}
	}

	@Test
	void clientsOfKafkaTellTheirOwnMetricsWhileTheyRun() {
		try (RunningApplication application = RunningApplication.of("kafka")
			.main("com.example.MessagingApplication")
			.property("observability.metrics.to=prometheus")
			.start()) {
			assertThat(application.awaitEnd()).as(application.log()).isZero();
			List<String> series = application.log().lines().filter((line) -> line.startsWith("kafka_")).toList();
			assertThat(series).extracting((line) -> line.substring(0, line.indexOf('_', "kafka_".length())))
				.containsOnly("kafka_app", "kafka_producer", "kafka_consumer");
			assertThat(series)
				.flatExtracting((line) -> LABEL.matcher(line).results().map((label) -> label.group(1)).toList())
				.contains("spring_id", "client_id", "kafka_version")
				.isSubsetOf("spring_id", "client_id", "kafka_version", "node_id", "topic", "partition");
			assertThat(series).anyMatch((line) -> line.startsWith("kafka_producer_record_send_total{"))
				.anyMatch((line) -> line.startsWith("kafka_consumer_fetch_manager_records_lag_max{"));
		}
	}

	@Test
	void jmsMessageMakesOneSpanWhereItIsSentAndOneWhereItIsProcessed() {
		try (RunningApplication application = RunningApplication.of("jms")
			.main("com.example.QueueApplication")
			.property("observability.metrics.to=otlp")
			.start()) {
			assertThat(application.awaitEnd()).as(application.log()).isZero();
			assertThat(Shape.of(application, "work")).isEqualTo("""
					INTERNAL work
					  PRODUCER greetings publish
					    CONSUMER greetings process
					""");
			DocumentedLibraries.of("JMS").compare(application);
		}
	}

}

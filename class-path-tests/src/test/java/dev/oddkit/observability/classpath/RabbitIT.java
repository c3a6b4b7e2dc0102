package dev.oddkit.observability.classpath;

import dev.oddkit.observability.otlp.LogRecord;
import dev.oddkit.observability.otlp.Metric;
import dev.oddkit.observability.otlp.Span;
import dev.oddkit.observability.otlp.SpanKind;
import dev.oddkit.observability.otlp.SpanLink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that sends messages to itself through RabbitMQ, one by one and in a
 * batch.
 */
class RabbitIT {

	private static RunningApplication application;

	@BeforeAll
	static void run() {
		application = RunningApplication.of("rabbit")
			.main("com.example.ExchangeApplication")
			.property("observability.metrics.to=otlp")
			.start();
		assertThat(application.awaitEnd()).as(application.log()).isZero();
	}

	@AfterAll
	static void close() {
		application.close();
	}

	@Test
	void messageMakesOneSpanWhereItIsSentAndOneWhereItIsProcessed() {
		assertThat(Shape.of(application, "work")).isEqualTo("""
				INTERNAL work
				  PRODUCER /greetings send
				    CONSUMER greetings receive
				""");
		assertThat(log("Greeting Ada").traceId()).isEqualTo(application.span("work").traceId());
	}

	@Test
	void batchMakesOneSpanThatLinksToThoseThatSentItsMessages() {
		Span batch = application.span("batches receive");
		assertThat(batch.isRoot()).isTrue();
		assertThat(batch.kind()).isEqualTo(SpanKind.CONSUMER);
		assertThat(batch.attributes()).containsEntry("messaging.batch.message_count", 2L);
		assertThat(batch.links()).extracting(SpanLink::spanId)
			.containsExactlyInAnyOrderElementsOf(application.received()
				.spans()
				.stream()
				.filter((span) -> span.name().equals("/batches send"))
				.map(Span::spanId)
				.toList())
			.hasSize(2);
	}

	@Test
	void attributeOfAMessageThatIsANumberLeavesAsOne() {
		assertThat(application.spans(application.span("work").traceId()))
			.filteredOn((span) -> span.name().equals("greetings receive"))
			.singleElement()
			.satisfies((span) -> assertThat(span.attributes()).containsEntry("messaging.rabbitmq.message.delivery_tag",
					1L));
	}

	@Test
	void whatGetsABatchLogsInTheTraceOfTheBatch() {
		assertThat(log("Greeting [Grace, Hedy]").traceId()).isEqualTo(application.span("batches receive").traceId());
	}

	@Test
	void adviceOfTheApplicationStaysAndRunsWithinTheBatch() {
		assertThat(log("Around a batch").traceId()).isEqualTo(application.span("batches receive").traceId());
	}

	@Test
	void batchIsADuration() {
		assertThat(application.received().metrics())
			.filteredOn((metric) -> metric.name().equals("spring.rabbit.listener.batch"))
			.flatExtracting(Metric::points)
			.singleElement()
			.satisfies(
					(point) -> assertThat(point.attributes()).containsEntry("messaging.destination.name", "batches"));
	}

	@Test
	void tablesOfThePageSayAllOfIt() {
		DocumentedLibraries.of("RabbitMQ").compare(application);
	}

	private static LogRecord log(String body) {
		return application.received()
			.logs()
			.stream()
			.filter((log) -> log.body().equals(body))
			.findFirst()
			.orElseThrow();
	}

}

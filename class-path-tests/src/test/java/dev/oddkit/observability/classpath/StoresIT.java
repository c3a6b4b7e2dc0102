package dev.oddkit.observability.classpath;

import java.util.List;

import dev.oddkit.observability.otlp.HistogramValue;
import dev.oddkit.observability.otlp.Metric;
import dev.oddkit.observability.otlp.MetricPoint;
import dev.oddkit.observability.otlp.Span;
import dev.oddkit.observability.otlp.SpanStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that asks Redis, MongoDB and a relational database.
 */
class StoresIT {

	private static final String DURATION = "db.client.operation.duration";

	private static final List<Double> BOUNDS = List.of(0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0);

	private static RunningApplication application;

	@BeforeAll
	static void run() {
		application = RunningApplication.of("stores")
			.main("com.example.StoresApplication")
			.property("observability.metrics.to=prometheus,otlp")
			.environment("OTEL_METRIC_EXPORT_INTERVAL", "200")
			.start();
		assertThat(application.awaitEnd()).as(application.log()).isZero();
	}

	@AfterAll
	static void close() {
		application.close();
	}

	@Test
	void questionMakesOneSpanUnderTheSpanThatIsCurrentWhicheverApiStartedIt() {
		assertThat(Shape.of(application, "work")).isEqualTo("""
				INTERNAL work
				  CLIENT DEL
				  INTERNAL step
				    CLIENT APPEND
				    CLIENT GET
				    CLIENT insert farewells
				    CLIENT insert greetings
				    CLIENT select
				""");
	}

	@Test
	void questionFindsASpanWithoutAnObservation() {
		assertThat(Shape.of(application, "alone")).isEqualTo("""
				INTERNAL alone
				  CLIENT APPEND
				  CLIENT SET
				""");
	}

	@Test
	void questionThatNobodyAskedMakesNoSpanButCounts() {
		assertThat(application.received().spans()).filteredOn(Span::isRoot)
			.extracting(Span::name)
			.containsExactlyInAnyOrder("work", "alone", "wrong");
		assertThat(durations("EXISTS")).isNotEmpty();
	}

	@Test
	void commandThatRedisRefusesHasTheBeginningOfItsAnswerAsError() {
		String traceId = application.span("wrong").traceId();
		assertThat(application.spans(traceId)).filteredOn((span) -> span.name().equals("LPUSH"))
			.singleElement()
			.satisfies((span) -> {
				assertThat(span.status()).isEqualTo(SpanStatus.ERROR);
				assertThat(span.attributes()).containsEntry("error.type", "WRONGTYPE");
			});
		assertThat(durations("LPUSH")).isNotEmpty()
			.allSatisfy((point) -> assertThat(point.attributes()).containsEntry("error.type", "WRONGTYPE"));
	}

	@Test
	void databasesOfBothApisShareOneMetricInAPush() {
		List<MetricPoint> points = durations(application);
		assertThat(points).extracting((point) -> point.attributes().get("db.system.name"))
			.contains("redis", "mongodb", "h2database");
		assertThat(points)
			.allSatisfy((point) -> assertThat(((HistogramValue) point.value()).bounds()).isEqualTo(BOUNDS));
	}

	@Test
	void databasesOfBothApisShareOneFamilyInAScrape() {
		List<String> scrape = application.log().lines().toList();
		assertThat(scrape).containsOnlyOnce("# TYPE db_client_operation_duration_seconds histogram");
		for (String system : new String[] { "redis", "mongodb", "h2database" }) {
			assertThat(scrape).filteredOn((line) -> line.startsWith("db_client_operation_duration_seconds_bucket{"))
				.filteredOn((line) -> line.contains("db_system_name=\"" + system + "\""))
				.anyMatch((line) -> line.contains("le=\"0.001\""))
				.anyMatch((line) -> line.contains("le=\"10.0\""));
		}
		assertThat(application.log()).doesNotContain("left out of the scrape");
	}

	@Test
	void databasesOfBothApisShareOneFamilyWithoutBuckets() {
		try (RunningApplication summaries = RunningApplication.of("stores")
			.main("com.example.StoresApplication")
			.property("observability.metrics.to=prometheus,otlp")
			.property("observability.metrics.buckets.db.client.operation.duration=")
			.start()) {
			assertThat(summaries.awaitEnd()).as(summaries.log()).isZero();
			List<String> scrape = summaries.log().lines().toList();
			assertThat(scrape).containsOnlyOnce("# TYPE db_client_operation_duration_seconds summary")
				.noneMatch((line) -> line.startsWith("db_client_operation_duration_seconds_bucket"));
			for (String system : new String[] { "redis", "mongodb", "h2database" }) {
				assertThat(scrape).filteredOn((line) -> line.contains("db_system_name=\"" + system + "\""))
					.anyMatch((line) -> line.startsWith("db_client_operation_duration_seconds_count{"))
					.anyMatch((line) -> line.startsWith("db_client_operation_duration_seconds_sum{"));
			}
			assertThat(summaries.log()).doesNotContain("left out of the scrape");
			assertThat(durations(summaries)).isNotEmpty()
				.allSatisfy((point) -> assertThat(((HistogramValue) point.value()).bounds()).isEmpty());
		}
	}

	@Test
	void redisKeepsItsNamesWhereTheConventionsAreMicrometers() {
		try (RunningApplication micrometer = RunningApplication.of("stores")
			.main("com.example.StoresApplication")
			.property("observability.metrics.to=otlp")
			.property("observability.naming.conventions=micrometer")
			.start()) {
			assertThat(micrometer.awaitEnd()).as(micrometer.log()).isZero();
			assertThat(Shape.of(micrometer, "alone")).isEqualTo("""
					INTERNAL alone
					  CLIENT append
					  CLIENT set
					""");
			assertThat(micrometer.received().metrics()).extracting(Metric::name).doesNotContain(DURATION);
			assertThat(micrometer.received().metrics()).filteredOn((metric) -> metric.name().equals("lettuce"))
				.flatExtracting(Metric::points)
				.isNotEmpty()
				.allSatisfy((point) -> assertThat(point.attributes()).containsOnlyKeys("db.system", "db.operation",
						"net.sock.peer.addr", "net.sock.peer.port", "net.transport", "error"));
		}
	}

	@Test
	void jedisIsLeftToNobody() {
		try (RunningApplication jedis = RunningApplication.of("jedis")
			.main("com.example.KeysApplication")
			.property("observability.metrics.to=otlp")
			.start()) {
			assertThat(jedis.awaitEnd()).as(jedis.log()).isZero();
			assertThat(jedis.log()).contains("Greeting Ada");
			assertThat(Shape.of(jedis, "work")).isEqualTo("INTERNAL work\n");
			assertThat(jedis.received().metrics()).extracting(Metric::name).doesNotContain(DURATION);
		}
	}

	private static List<MetricPoint> durations(RunningApplication application) {
		return application.received()
			.metrics()
			.stream()
			.filter((metric) -> metric.name().equals(DURATION))
			.flatMap((metric) -> metric.points().stream())
			.toList();
	}

	private static List<MetricPoint> durations(String command) {
		return durations(application).stream()
			.filter((point) -> command.equals(point.attributes().get("db.operation.name")))
			.toList();
	}

	@Test
	void tablesOfThePageSayAllOfIt() {
		DocumentedLibraries.of("Redis", "MongoDB").compare(application);
	}

}

package dev.oddkit.observability.classpath;

import dev.oddkit.observability.otlp.Metric;
import dev.oddkit.observability.otlp.Span;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that asks Redis and MongoDB.
 */
class StoresIT {

	private static RunningApplication application;

	@BeforeAll
	static void run() {
		application = RunningApplication.of("stores")
			.main("com.example.StoresApplication")
			.property("observability.metrics.to=otlp")
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
				    CLIENT insert greetings
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
			.containsExactlyInAnyOrder("work", "alone");
		assertThat(application.received().metrics()).filteredOn((metric) -> metric.name().equals("lettuce"))
			.flatExtracting(Metric::points)
			.filteredOn((point) -> "EXISTS".equals(point.attributes().get("db.operation.name")))
			.isNotEmpty();
	}

	@Test
	void tablesOfThePageSayAllOfIt() {
		DocumentedLibraries.of("Redis", "MongoDB").compare(application);
	}

}

package dev.oddkit.observability.classpath;

import dev.oddkit.observability.otlp.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A job of Spring Batch that runs once, with its books in a database.
 */
class BatchIT {

	@ParameterizedTest
	@CsvSource({ "false, 0, COMPLETED", "true, 5, FAILED" })
	void everythingArrivesAndTheProgramEndsWithTheExitCodeOfTheJob(boolean fails, int exitCode, String status) {
		try (RunningApplication application = RunningApplication.of("batch")
			.main("com.example.BatchApplication")
			.property("observability.metrics.to=otlp")
			.property("example.fails=" + fails)
			.start()) {
			assertThat(application.awaitEnd()).as(application.log()).isEqualTo(exitCode);
			Span launch = application.span("spring.batch.job.launch.count");
			Span job = application.span("spring.batch.job");
			Span step = application.span("spring.batch.step");
			assertThat(job.parentSpanId()).isEqualTo(launch.spanId());
			assertThat(step.parentSpanId()).isEqualTo(job.spanId());
			assertThat(job.attributes()).containsEntry("spring.batch.job.status", status);
			assertThat(application.received().logs()).filteredOn((log) -> log.body().equals("Greeting Ada"))
				.singleElement()
				.satisfies((log) -> assertThat(log.traceId()).isEqualTo(launch.traceId()));
			assertThat(application.received().metrics())
				.filteredOn((metric) -> metric.name().equals("spring.batch.job"))
				.singleElement()
				.satisfies((metric) -> assertThat(metric.points()).singleElement()
					.satisfies((point) -> assertThat(point.attributes()).containsEntry("spring.batch.job.status",
							status)));
			DocumentedLibraries.of("Spring Batch").compare(application);
		}
	}

}

package dev.oddkit.observability.classpath;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A program without a web server that does its work and ends.
 */
class CommandLineIT {

	@Test
	void everythingArrivesBeforeTheProgramEnds() {
		try (RunningApplication application = RunningApplication.of("command-line")
			.main("com.example.CommandApplication")
			.property("observability.metrics.to=otlp")
			.start()) {
			assertThat(application.awaitEnd()).as(application.log()).isZero();
			assertThat(application.received().spans()).extracting("name").containsExactlyInAnyOrder("work", "step");
			assertThat(application.received().logs()).filteredOn((log) -> log.body().equals("working"))
				.singleElement()
				.satisfies(
						(log) -> assertThat(log.traceId()).isEqualTo(application.received().spans().get(0).traceId()));
			assertThat(application.received().metrics()).extracting("name").contains("work", "example.pieces");
		}
	}

	@Test
	void replicasAreInstancesOfTheirOwn() {
		assertThat(IntStream.range(0, 2).mapToObj((replica) -> instance()).toList()).doesNotContain("")
			.doesNotHaveDuplicates();
	}

	private static String instance() {
		try (RunningApplication application = RunningApplication.of("command-line")
			.main("com.example.CommandApplication")
			.start()) {
			assertThat(application.awaitEnd()).as(application.log()).isZero();
			return application.span("work").resource().serviceInstanceId();
		}
	}

}

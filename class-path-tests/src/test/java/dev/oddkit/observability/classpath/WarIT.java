package dev.oddkit.observability.classpath;

import dev.oddkit.observability.otlp.Span;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An executable WAR: the starter in an archive within an archive.
 */
class WarIT {

	@Test
	void tracesAndLogsArriveFromAnArchive() {
		try (RunningApplication application = RunningApplication.of("war").archive("war-1.war").start()) {
			String traceId = application.getTraced("/greeting/Ada");
			assertThat(application.stop()).as(application.log()).isEqualTo(143);
			assertThat(application.spans(traceId)).extracting(Span::name).containsExactly("GET /greeting/{name}");
			assertThat(application.received().logs()).filteredOn((log) -> log.traceId().equals(traceId))
				.extracting("body")
				.containsExactly("Greeting Ada");
			assertThat(application.log()).doesNotContain(" ERROR ", " WARN ");
		}
	}

}

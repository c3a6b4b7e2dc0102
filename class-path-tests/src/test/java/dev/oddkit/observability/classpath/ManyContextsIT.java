package dev.oddkit.observability.classpath;

import java.util.List;
import java.util.stream.IntStream;

import dev.oddkit.observability.otlp.LogRecord;
import dev.oddkit.observability.otlp.Span;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ten application contexts in one JVM, opened and closed in changing order.
 */
class ManyContextsIT {

	@Test
	void everyContextDeliversAndNoneIsRetained() {
		try (RunningApplication application = RunningApplication.of("command-line")
			.main("com.example.ManyContexts")
			.start()) {
			assertThat(application.awaitEnd()).as(application.log()).isZero();
			List<String> steps = IntStream.range(0, 10).mapToObj((i) -> "step " + i).toList();
			assertThat(application.received().spans()).extracting(Span::name)
				.filteredOn((name) -> name.startsWith("step"))
				.containsExactlyInAnyOrderElementsOf(steps);
			assertThat(application.received().logs()).extracting(LogRecord::body)
				.filteredOn((body) -> body.startsWith("step"))
				.containsExactlyInAnyOrderElementsOf(steps);
			assertThat(application.log()).contains("retained []", "accessors 0", "registries 0", "global false");
		}
	}

}

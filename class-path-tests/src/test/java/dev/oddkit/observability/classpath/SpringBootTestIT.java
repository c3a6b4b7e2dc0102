package dev.oddkit.observability.classpath;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.oddkit.observability.otlp.LogRecord;
import dev.oddkit.observability.otlp.Metric;
import dev.oddkit.observability.otlp.RecordingConsumer;
import dev.oddkit.observability.otlp.Resource;
import dev.oddkit.observability.otlp.Span;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What leaves an application while its own tests run, an endpoint in the environment.
 */
class SpringBootTestIT {

	@Test
	void nothingLeavesButWhatATestAskedFor() {
		RecordingConsumer received = Applications.receivedFromBuild();
		assertThat(services(received.spans().stream().map(Span::resource))).containsExactly("asking");
		assertThat(services(received.logs().stream().map(LogRecord::resource))).containsExactly("asking");
		assertThat(services(received.metrics().stream().map(Metric::resource))).containsExactly("asking");
	}

	private static Set<String> services(Stream<Resource> resources) {
		return resources.map(Resource::serviceName).collect(Collectors.toSet());
	}

}

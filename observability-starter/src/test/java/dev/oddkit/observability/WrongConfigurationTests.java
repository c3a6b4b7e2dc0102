package dev.oddkit.observability;

import java.nio.file.Path;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The mistakes that people make, and the line that each of them reads.
 */
@ExtendWith(OutputCaptureExtension.class)
class WrongConfigurationTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvFileSource(resources = "mistakes.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
	void mistakeIsExplainedOnOneLineWithItsRemedy(String settings, String description, String remedy,
			CapturedOutput output) {
		FailedStart failed = FailedStart.with(output, this.directory, settings.split("; "));
		assertThat(failed.below("Description")).isEqualTo(description);
		assertThat(failed.below("Action")).isEqualTo(remedy);
		assertThat(failed.lines()).hasSizeLessThan(15).noneMatch((line) -> line.startsWith("\tat "));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					--otel.traces.sampler=always_on --observability.sampling.ratio=0.5 | observability.sampling.ratio (command line) has no effect: otel.traces.sampler (command line) chose the sampler always_on, which takes no ratio
					--observability.metrics.to=otlp --observability.metrics.interval=5s | observability.metrics.interval (command line) is shorter than the 10s that one push may take
					--observability.metrics.to=otlp --management.metrics.distribution.percentiles-histogram.checkout=true | management.metrics.distribution.percentiles-histogram.checkout (command line) has no effect on a push, which knows bounds only. Set observability.metrics.buckets.checkout, or observability.metrics.histograms=exponential
					--observability.propagation.formats=b3 --observability.propagation.baggage.fields=tenant | observability.propagation.baggage.fields (command line) lets no baggage leave: observability.propagation.formats (command line) has no format for it. Add baggage to the formats
					--management.metrics.distribution.slo.http.server.requests=100ms | management.metrics.distribution.slo.http.server.requests (command line) has no effect: the meter is called http.server.request.duration. Use that name, or observability.naming.conventions=micrometer
					--management.metrics.enable.jvm.gc.pause=false | management.metrics.enable.jvm.gc.pause (command line) has no effect: the meter is called jvm.gc.duration
					--management.observations.enable.lettuce=false | management.observations.enable.lettuce (command line) has no effect: the meter is called db.client.operation.duration
					--management.observations.http.client.requests.name=calls | management.observations.http.client.requests.name (command line) has no effect: the meter is called http.client.request.duration
					--observability.exporter.endpiont=x | observability.exporter.endpiont (command line) is no property of the starter; did you mean observability.exporter.endpoint?
					--management.otlp.tracing.endpoint=x | management.otlp.tracing.endpoint (command line) has no effect: use observability.exporter.endpoint
					""")
	void contradictionIsOneWarning(String arguments, String warning, CapturedOutput output) {
		SpringApplication application = new SpringApplication(Empty.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.run(arguments.split(" ")).close();
		assertThat(output.getOut().lines().filter((line) -> line.contains("WARN"))).singleElement()
			.asString()
			.contains(warning);
	}

	@ParameterizedTest
	@ValueSource(strings = { "observability.exporter.headers.api-key: hunter2 ${TENANT}",
			"observability.exporter.endpoint: http://user:hunter2@collector:4318",
			"observability.exporter.endpoint: http://collector:4318?api-key=hunter2",
			"OTEL_EXPORTER_OTLP_HEADERS=hunter2" })
	void secretIsNotShown(String setting, CapturedOutput output) {
		FailedStart failed = FailedStart.with(output, this.directory, setting);
		assertThat(failed.below("Description")).contains(" (");
		assertThat(output.getAll()).doesNotContain("hunter2");
	}

	@Configuration(proxyBeanMethods = false)
	static class Empty {

	}

}

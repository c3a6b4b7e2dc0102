package dev.oddkit.observability;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The mistakes that people make, and the line that each of them reads.
 */
@ExtendWith(OutputCaptureExtension.class)
class WrongConfigurationTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-",
			textBlock = """
					observability.sampling.ratio: 5               | observability.sampling.ratio=5.0 (application.yml - 1:31) must be from 0.0 (keep no new trace) to 1.0 (keep all).
					--observability.sampling.ratio=ten percent    | observability.sampling.ratio=ten percent (command line) must be a number such as 0.5.
					OBSERVABILITY_SAMPLING_RATIO=-1               | observability.sampling.ratio=-1.0 (environment variable OBSERVABILITY_SAMPLING_RATIO) must be from 0.0 (keep no new trace) to 1.0 (keep all).
					observability.naming.conventions: otel        | observability.naming.conventions=otel (application.yml - 1:35) must be one of opentelemetry, micrometer.
					observability.metrics.to: prometheus,pull     | observability.metrics.to=prometheus,pull (application.yml - 1:27) must be a comma-separated list, each value one of prometheus, otlp, none.
					observability.exporter.endpoint: ${COLLECTOR} | observability.exporter.endpoint=${COLLECTOR} (application.yml - 1:34) refers to 'COLLECTOR', which nobody defines.
					OTEL_EXPORTER_OTLP_ENDPOINT=http://$(HOST_IP):4318 | otel.exporter.otlp.endpoint=http://$(HOST_IP):4318 (environment variable OTEL_EXPORTER_OTLP_ENDPOINT) holds $(HOST_IP), which Kubernetes did not replace.
					""")
	void mistakeIsExplainedOnOneLine(String setting, String description, CapturedOutput output) {
		FailedStart failed = FailedStart.with(output, this.directory, setting);
		assertThat(failed.below("Description")).isEqualTo(description);
		assertThat(failed.lines()).hasSizeLessThan(15).noneMatch((line) -> line.startsWith("\tat "));
	}

	@Test
	void secretIsNotShown(CapturedOutput output) {
		FailedStart failed = FailedStart.with(output, this.directory,
				"observability.exporter.headers.api-key: hunter2 ${TENANT}");
		assertThat(failed.below("Description")).startsWith("observability.exporter.headers.api-key (application.yml");
		assertThat(output.getAll()).doesNotContain("hunter2");
	}

}

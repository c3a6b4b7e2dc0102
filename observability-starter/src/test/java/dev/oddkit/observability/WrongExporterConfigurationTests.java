package dev.oddkit.observability;

import java.io.IOException;
import java.nio.file.Files;
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
 * Mistakes that people make on the way to a backend, and the line that each of them
 * reads.
 */
@ExtendWith(OutputCaptureExtension.class)
class WrongExporterConfigurationTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					observability.exporter.endpoint: the collector | observability.exporter.endpoint=the collector (application.yml - 1:34) is no host and no URL.
					observability.exporter.endpoint: grpc://collector:4317 | observability.exporter.endpoint=grpc://collector:4317 (application.yml - 1:34) has the unknown scheme grpc; allowed are http and https.
					observability.exporter.endpoint: http://collector:70000 | observability.exporter.endpoint=http://collector:70000 (application.yml - 1:34) has a port that does not exist; allowed are 1 to 65535.
					OBSERVABILITY_EXPORTER_ENDPOINT=http://me:secret@vendor | observability.exporter.endpoint (environment variable OBSERVABILITY_EXPORTER_ENDPOINT) holds a user or a password, which logs would repeat.
					OTEL_EXPORTER_OTLP_ENDPOINT=collector:4318 | otel.exporter.otlp.endpoint=collector:4318 (environment variable OTEL_EXPORTER_OTLP_ENDPOINT) has no scheme, which OpenTelemetry's own properties need.
					OTEL_EXPORTER_OTLP_PROTOCOL=http | otel.exporter.otlp.protocol=http (environment variable OTEL_EXPORTER_OTLP_PROTOCOL) is no protocol; allowed are http/protobuf and grpc.
					OTEL_EXPORTER_OTLP_COMPRESSION=zip | otel.exporter.otlp.compression=zip (environment variable OTEL_EXPORTER_OTLP_COMPRESSION) is no compression; allowed are gzip and none.
					OTEL_EXPORTER_OTLP_TIMEOUT=ten | otel.exporter.otlp.timeout=ten (environment variable OTEL_EXPORTER_OTLP_TIMEOUT) is no duration; allowed are milliseconds or a number with ms, s, m, h or d.
					--observability.exporter.protocol=htp | observability.exporter.protocol=htp (command line) must be one of http/protobuf, grpc.
					--observability.exporter.compression=zstd | observability.exporter.compression=zstd (command line) must be one of gzip, none.
					--observability.exporter.timeout=0s | observability.exporter.timeout=0s (command line) gives an export no time; allowed are 1ms and more.
					--observability.exporter.logs.timeout=-1s | observability.exporter.logs.timeout=-1s (command line) gives an export no time; allowed are 1ms and more.
					--observability.exporter.queue-memory=1KB | observability.exporter.queue-memory=1KB (command line) leaves no room for spans and log records; allowed are 64KB and more.
					--observability.exporter.traces.to=zipkin | observability.exporter.traces.to=zipkin (command line) must be a comma-separated list, each value one of otlp, console, none.
					--observability.exporter.traces.to=none,otlp | observability.exporter.traces.to=none,otlp (command line) names other ways beside none.
					--observability.exporter.headers-file=/none/such | observability.exporter.headers-file (command line) names /none/such, which cannot be read (NoSuchFileException).
					--observability.exporter.ssl-bundle=missing | observability.exporter.ssl-bundle=missing (command line) must name an SSL bundle; there is none.
					""")
	void mistakeIsExplainedOnOneLine(String setting, String description, CapturedOutput output) {
		FailedStart failed = FailedStart.with(output, this.directory, setting);
		assertThat(failed.below("Description")).isEqualTo(description);
		assertThat(failed.below("Action")).endsWith(".");
		assertThat(failed.lines()).hasSizeLessThan(15).noneMatch((line) -> line.startsWith("\tat "));
	}

	@Test
	void pathIsRefusedWithGrpc(CapturedOutput output) {
		FailedStart failed = FailedStart.with(output, this.directory, "observability.exporter.protocol: grpc",
				"observability.exporter.endpoint: https://otlp.example.com/otlp");
		assertThat(failed.below("Description")).endsWith("has a path, which gRPC does not have.");
	}

	@Test
	void valueOfAHeaderIsNotShown(CapturedOutput output) {
		FailedStart failed = FailedStart.with(output, this.directory,
				"observability.exporter.headers.api-key: \"hunter2\\n\"");
		assertThat(failed.below("Description")).startsWith("observability.exporter.headers.api-key (application.yml")
			.contains("is no header");
		assertThat(output.getAll()).doesNotContain("hunter2");
	}

	@Test
	void lineOfAHeadersFileIsNamedByItsNumber(CapturedOutput output) throws IOException {
		Path file = Files.writeString(this.directory.resolve("headers"), "a: b\n\nhunter2\n");
		FailedStart failed = FailedStart.with(output, this.directory, "observability.exporter.headers-file: " + file);
		assertThat(failed.below("Description")).endsWith("has a line 3 that is no header.");
		assertThat(output.getAll()).doesNotContain("hunter2");
	}

}

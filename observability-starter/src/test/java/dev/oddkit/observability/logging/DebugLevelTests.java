package dev.oddkit.observability.logging;

import dev.oddkit.observability.RunningShop;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is logged while somebody looks for a mistake.
 */
@ExtendWith(OutputCaptureExtension.class)
class DebugLevelTests {

	@ParameterizedTest
	@ValueSource(strings = { "http/protobuf", "grpc" })
	void exportLogsNothingThatHadToBeExported(String protocol, CapturedOutput output) {
		try (RunningShop shop = new RunningShop("logging.level.root=debug",
				"observability.exporter.protocol=" + protocol)) {
			shop.get("/log?message=debugged");
		}
		assertThat(output.getOut()).contains("DEBUG", "debugged").doesNotContain("jdk.internal.httpclient", "okhttp3.");
	}

}

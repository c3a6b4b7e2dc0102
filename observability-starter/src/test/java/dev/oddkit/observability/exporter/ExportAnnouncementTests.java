package dev.oddkit.observability.exporter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class ExportAnnouncementTests {

	@Test
	void oneLineSaysWhatToSetWhereNothingIs(CapturedOutput output) {
		StartedService.with("spring.application.name: shop").close();
		assertThat(output.getOut()).containsOnlyOnce("No endpoint for telemetry: nothing is pushed")
			.containsOnlyOnce("Set observability.exporter.endpoint");
	}

	@Test
	void whereATestExportsNothingNobodyIsAskedForTheEndpointThatIsSet(CapturedOutput output) {
		StartedService
			.with("observability.exporter.endpoint: http://localhost:4318", "observability.test.export: false")
			.close();
		assertThat(output.getOut()).containsOnlyOnce("Nothing is pushed: observability.test.export is false")
			.doesNotContain("Set observability.exporter.endpoint");
	}

}

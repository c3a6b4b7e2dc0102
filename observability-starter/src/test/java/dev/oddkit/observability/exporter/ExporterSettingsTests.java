package dev.oddkit.observability.exporter;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Settings that count, whatever they are called.
 */
class ExporterSettingsTests {

	@ParameterizedTest
	@CsvSource({ "spring.application.name: shop, 10000", "observability.exporter.timeout: 1m, 60000",
			"observability.exporter.traces.timeout: 90s, 90000",
			"management.opentelemetry.tracing.export.otlp.timeout: 7s, 7000",
			"OTEL_EXPORTER_OTLP_TIMEOUT=120000, 120000", "OTEL_EXPORTER_OTLP_TRACES_TIMEOUT=2 m, 120000" })
	void outcomeOfAnExportIsAwaitedForTheTimeoutThatCounts(String setting, long milliseconds) {
		try (StartedService service = StartedService.with(setting)) {
			assertThat(service.context().getBean(ExporterSettings.class).timeout(Signal.TRACES))
				.isEqualTo(Duration.ofMillis(milliseconds));
		}
	}

}

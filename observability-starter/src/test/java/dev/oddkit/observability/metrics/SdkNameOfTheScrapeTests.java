package dev.oddkit.observability.metrics;

import dev.oddkit.observability.RunningShop;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code OTEL_METRICS_EXPORTER=prometheus}, as services with the Java agent have it.
 */
class SdkNameOfTheScrapeTests {

	@ParameterizedTest
	@CsvSource({ "prometheus, false", "'prometheus,otlp', true" })
	void metricsOfBothApisAreScrapedAndPushedOnlyIfOtlpIsNamedToo(String exporter, boolean pushed) {
		RunningShop shop = new RunningShop("otel.metrics.exporter=" + exporter, "observability.metrics.to=none");
		try (shop) {
			shop.getTraced("/outer");
			assertThat(shop.get("/actuator/prometheus")
				.body()
				.lines()
				.filter((line) -> line.matches("shop_(micrometer|otel)_orders_total\\b.*"))).hasSize(2);
		}
		assertThat(shop.received().metrics().isEmpty()).isNotEqualTo(pushed);
	}

}

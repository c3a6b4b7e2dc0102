package dev.oddkit.observability.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class CombinedPrometheusRegistryTests {

	private final OpenTelemetryMetrics openTelemetry = new OpenTelemetryMetrics();

	private final SdkMeterProvider provider = SdkMeterProvider.builder()
		.registerMetricReader(this.openTelemetry)
		.build();

	private final Meter meter = this.provider.get("test");

	private final CombinedPrometheusRegistry registry = new CombinedPrometheusRegistry(this.openTelemetry);

	private final PrometheusMeterRegistry micrometer = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT,
			this.registry, Clock.SYSTEM);

	@AfterEach
	void close() {
		this.provider.close();
	}

	@Test
	void sameNameAndTypeOfBothApisAreOneFamily() {
		this.micrometer.counter("orders").increment(3);
		this.meter.counterBuilder("orders").build().add(5);
		assertThat(this.micrometer.scrape()).contains("orders_total 3.0")
			.contains("orders_total{otel_scope_name=\"test\"} 5.0");
	}

	@Test
	void clashOfTypesLeavesTheScrapeWhole(CapturedOutput output) {
		this.micrometer.counter("orders").increment(3);
		this.meter.gaugeBuilder("orders").build().set(5);
		this.meter.counterBuilder("payments").build().add(1);
		assertThat(this.micrometer.scrape()).contains("orders_total 3.0").contains("payments_total");
		this.micrometer.scrape();
		assertThat(this.registry.clashes()).containsExactly("orders");
		assertThat(output.getOut().lines().filter((line) -> line.contains("'orders'"))).hasSize(1);
	}

	@Test
	void metersThatCameFromMicrometerAreNotScrapedTwice() {
		this.provider.get("io.opentelemetry.micrometer-1.5").counterBuilder("orders").build().add(5);
		assertThat(this.micrometer.scrape()).doesNotContain("orders");
	}

}

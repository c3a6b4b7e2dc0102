package dev.oddkit.observability.metrics;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.NativeHistogramBucket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class CombinedPrometheusRegistryTests {

	private final OpenTelemetryMetrics openTelemetry = new OpenTelemetryMetrics(Aggregation.defaultAggregation());

	private final SdkMeterProvider provider = SdkMeterProvider.builder()
		.registerMetricReader(this.openTelemetry)
		.build();

	private final Meter meter = this.provider.get("test");

	private final CombinedPrometheusRegistry registry = new CombinedPrometheusRegistry(this.openTelemetry,
			UnaryOperator.identity());

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
	void ofTwoMetersWithOneNameTheFirstStays() {
		for (int i = 0; i < 16; i++) {
			this.micrometer.timer("queue" + i).record(Duration.ofSeconds(3));
			this.micrometer.gauge("queue" + i + ".seconds.max", 7);
		}
		assertThat(this.micrometer.scrape().lines()).filteredOn((line) -> line.matches("queue\\d+_seconds_max .*"))
			.hasSize(16)
			.allMatch((line) -> line.endsWith(" 3.0"));
	}

	@Test
	void histogramsOfBothApisInSecondsAreOneFamily() {
		Timer.builder("answer")
			.serviceLevelObjectives(Duration.ofSeconds(1))
			.register(this.micrometer)
			.record(Duration.ofMillis(500));
		this.meter.histogramBuilder("answer")
			.setUnit("s")
			.setExplicitBucketBoundariesAdvice(List.of(1.0))
			.build()
			.record(0.5);
		String scrape = this.micrometer.scrape("application/openmetrics-text");
		assertThat(scrape).containsOnlyOnce("# TYPE answer_seconds histogram")
			.contains("answer_seconds_bucket{le=\"1.0\"} 1")
			.contains("answer_seconds_bucket{otel_scope_name=\"test\",le=\"1.0\"} 1");
		assertThat(this.registry.clashes()).isEmpty();
	}

	@Test
	void histogramWithoutBoundsJoinsASummary() {
		Timer.builder("answer").register(this.micrometer).record(Duration.ofMillis(500));
		this.meter.histogramBuilder("answer")
			.setUnit("s")
			.setExplicitBucketBoundariesAdvice(List.of())
			.build()
			.record(0.25);
		assertThat(this.micrometer.scrape("application/openmetrics-text"))
			.containsOnlyOnce("# TYPE answer_seconds summary")
			.contains("answer_seconds_sum 0.5")
			.contains("answer_seconds_count{otel_scope_name=\"test\"} 1")
			.contains("answer_seconds_sum{otel_scope_name=\"test\"} 0.25");
		assertThat(this.registry.clashes()).isEmpty();
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

	@Test
	void unitsAreSpelledOut() {
		this.meter.histogramBuilder("latency").setUnit("ms").build().record(3);
		this.meter.counterBuilder("read").setUnit("By").build().add(1);
		this.meter.gaugeBuilder("speed").setUnit("By/s").build().set(1);
		this.meter.upDownCounterBuilder("in.flight").setUnit("{request}").build().add(1);
		assertThat(this.micrometer.scrape()).contains("latency_milliseconds_bucket{", "read_bytes_total{",
				"speed_bytes_per_second{", "in_flight{");
	}

	@Test
	void metricWhoseUnitIsASignIsScrapedWithoutIt() {
		this.meter.counterBuilder("revenue").setUnit("$").build().add(5);
		assertThat(this.micrometer.scrape()).contains("revenue_total{otel_scope_name=\"test\"} 5.0");
	}

	@Test
	void attributesThatBecomeOneLabelShareIt() {
		this.meter.counterBuilder("orders")
			.build()
			.add(1, Attributes.of(AttributeKey.stringKey("a.b"), "1", AttributeKey.stringKey("a_b"), "2",
					AttributeKey.stringKey("1st"), "x"));
		assertThat(this.micrometer.scrape()).contains("_1st=\"x\"", "a_b=\"1;2\"");
	}

	@Test
	void seriesThatBothApisHaveIsScrapedOnce() {
		this.micrometer.counter("orders", "otel_scope_name", "test").increment(3);
		this.meter.counterBuilder("orders").build().add(5);
		assertThat(this.micrometer.scrape()).containsOnlyOnce("orders_total{").contains(" 3.0");
		assertThat(this.registry.clashes()).containsExactly("orders");
	}

	@Test
	void namesThatDifferInDotsLeaveTheScrapeWholeBesideAnyOtherMemberOfTheirFamily() {
		this.micrometer.counter("shop.orders").increment(3);
		this.provider.get("other").counterBuilder("payments").build().add(1);
		for (String name : List.of("shop.orders", "shop_orders", "payments", "payments_total")) {
			this.meter.counterBuilder(name).build().add(5);
		}
		assertThat(this.micrometer.scrape()).contains("shop_orders_total 3.0")
			.containsOnlyOnce("shop_orders_total{otel_scope_name=\"test\"} 5.0")
			.containsOnlyOnce("payments_total{otel_scope_name=\"other\"} 1.0")
			.containsOnlyOnce("payments_total{otel_scope_name=\"test\"} 5.0");
		assertThat(this.registry.clashes()).containsExactlyInAnyOrder("shop_orders", "payments");
	}

	@Test
	void exponentialHistogramBecomesNative() {
		OpenTelemetryMetrics exponential = new OpenTelemetryMetrics(Aggregation.base2ExponentialBucketHistogram());
		try (SdkMeterProvider sdk = SdkMeterProvider.builder().registerMetricReader(exponential).build()) {
			DoubleHistogram histogram = sdk.get("test").histogramBuilder("latency").build();
			histogram.record(1.5);
			histogram.record(3);
			HistogramSnapshot family = (HistogramSnapshot) exponential.collect().get(0);
			HistogramDataPointSnapshot point = family.getDataPoints().get(0);
			assertThat(point.getNativeSchema()).isBetween(-4, 8);
			assertThat(point.getNativeBucketsForPositiveValues().stream().mapToLong(NativeHistogramBucket::getCount))
				.containsExactly(1L, 1L);
			// the upper bound of bucket i is 2^(i / 2^schema)
			double width = Math.pow(2, -point.getNativeSchema());
			assertThat(point.getNativeBucketsForPositiveValues().getBucketIndex(0) * width)
				.isBetween(Math.log(1.5) / Math.log(2), Math.log(1.5) / Math.log(2) + width);
		}
	}

}

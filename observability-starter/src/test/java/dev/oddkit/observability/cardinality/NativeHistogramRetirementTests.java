package dev.oddkit.observability.cardinality;

import java.time.Duration;
import java.util.List;

import dev.oddkit.observability.metrics.MetricsAutoConfiguration;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Series with native histograms that lose their place.
 */
class NativeHistogramRetirementTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withPropertyValues("observability.metrics.histograms=exponential")
		.withBean(Clock.class, () -> Clock.SYSTEM)
		.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class,
				PrometheusMetricsExportAutoConfiguration.class, CardinalityAutoConfiguration.class));

	@Test
	void noNativeSeriesStaysInAScrapeAndTheSumIsExact() {
		this.application.run((context) -> {
			PrometheusMeterRegistry registry = context.getBean(PrometheusMeterRegistry.class);
			Retirement retirement = context.getBean(Retirement.class);
			Timer held = timer(registry, "held");
			Guards.flood((user) -> timer(registry, user).record(Duration.ofSeconds(1)));
			Guards.flood((user) -> summary(registry, user).record(3));
			assertThat(points(registry, "work_seconds")).allMatch(HistogramDataPointSnapshot::hasNativeHistogramData);
			int folded = Guards.FLOOD - (int) points(registry, "work_seconds").stream().count() + 2;
			for (int epoch = 0; epoch < 6; epoch++) {
				retirement.endEpoch();
			}
			assertThat(points(registry, "work_seconds")).singleElement()
				.satisfies((point) -> assertThat(point.getLabels().get("user")).isEqualTo("other"))
				.satisfies((point) -> assertThat(nativeCount(point)).isEqualTo(folded))
				.satisfies((point) -> assertThat(point.getSum()).isEqualTo(folded));
			assertThat(points(registry, "size")).singleElement()
				.satisfies((point) -> assertThat(point.getSum()).isEqualTo(3.0 * nativeCount(point)));
			held.record(Duration.ofSeconds(2));
			retirement.endEpoch();
			assertThat(points(registry, "work_seconds"))
				.filteredOn((point) -> point.getLabels().get("user").equals("held"))
				.singleElement()
				.satisfies((point) -> assertThat(nativeCount(point)).isEqualTo(1))
				.satisfies((point) -> assertThat(point.getSum()).isEqualTo(2));
		});
	}

	private static Timer timer(PrometheusMeterRegistry registry, String user) {
		return Timer.builder("work").serviceLevelObjectives(Duration.ofSeconds(1)).tag("user", user).register(registry);
	}

	private static DistributionSummary summary(PrometheusMeterRegistry registry, String user) {
		return DistributionSummary.builder("size").serviceLevelObjectives(1).tag("user", user).register(registry);
	}

	private static List<HistogramDataPointSnapshot> points(PrometheusMeterRegistry registry, String family) {
		return registry.getPrometheusRegistry()
			.scrape((name) -> name.equals(family))
			.stream()
			.filter((snapshot) -> snapshot.getMetadata().getName().equals(family))
			.flatMap((snapshot) -> ((HistogramSnapshot) snapshot).getDataPoints().stream())
			.toList();
	}

	private static long nativeCount(HistogramDataPointSnapshot point) {
		long count = point.getNativeZeroCount();
		for (int i = 0; i < point.getNativeBucketsForPositiveValues().size(); i++) {
			count += point.getNativeBucketsForPositiveValues().getCount(i);
		}
		return count;
	}

}

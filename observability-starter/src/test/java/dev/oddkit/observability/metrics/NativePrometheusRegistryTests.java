package dev.oddkit.observability.metrics;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusTimer;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.NativeHistogramBucket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

class NativePrometheusRegistryTests {

	private final NativeHistograms histograms = new NativeHistograms();

	private final NativePrometheusRegistry registry = new NativePrometheusRegistry(PrometheusConfig.DEFAULT,
			new CombinedPrometheusRegistry(new OpenTelemetryMetrics(Aggregation.defaultAggregation()),
					this.histograms::join),
			Clock.SYSTEM, null, this.histograms);

	@ParameterizedTest
	@ValueSource(doubles = { 1e-9, 0.000_123, 0.25, 0.999_999, 1, 1.000_001, 3, 1024, 6e9 })
	void valueIsInTheBucketWithItsBounds(double value) {
		summary("size").record(value);
		HistogramDataPointSnapshot point = points("size").get(0);
		assertThat(point.getNativeBucketsForPositiveValues()).hasSize(1);
		// the upper bound of bucket i is 2^(i / 2^schema)
		double upper = point.getNativeBucketsForPositiveValues().getBucketIndex(0)
				* Math.pow(2, -point.getNativeSchema());
		assertThat(Math.log(value) / Math.log(2)).isLessThanOrEqualTo(upper)
			.isGreaterThan(upper - Math.pow(2, -point.getNativeSchema()));
	}

	@Test
	void nothingAndWhatIsBeyondTheRangeIsCountedToo() {
		Stream.of(0.0, 1e-300, Double.MAX_VALUE, Double.POSITIVE_INFINITY).forEach(summary("size")::record);
		assertThat(points("size")).singleElement()
			.satisfies((point) -> assertThat(point.getNativeZeroCount()).isEqualTo(2))
			.satisfies((point) -> assertThat(nativeCount(point)).isEqualTo(4));
	}

	@Test
	void bucketsAreJoinedWhereTheyAreTooMany() {
		DistributionSummary summary = summary("size");
		for (double value = 1; value < 1e9; value *= 1.01) {
			summary.record(value);
		}
		assertThat(points("size")).singleElement()
			.satisfies((point) -> assertThat(point.getNativeSchema()).isEqualTo(2))
			.satisfies((point) -> assertThat(point.getNativeBucketsForPositiveValues()).hasSizeBetween(80,
					NativeBuckets.MAX))
			.satisfies((point) -> assertThat(nativeCount(point)).isEqualTo(summary.count()));
	}

	@Test
	void scaleIsAppliedOnce() {
		DistributionSummary.builder("size").serviceLevelObjectives(100).scale(10).register(this.registry).record(5);
		assertThat(points("size")).singleElement()
			.satisfies((point) -> assertThat(point.getSum()).isEqualTo(50))
			.satisfies((point) -> assertThat(point.getNativeBucketsForPositiveValues().getBucketIndex(0))
				.isEqualTo((int) Math.ceil(16 * Math.log(50) / Math.log(2))));
	}

	@Test
	void fixedAndNativeBucketsAgreeWhileOthersRecord() {
		Timer timer = timer("work");
		List<CompletableFuture<Void>> recording = Stream.generate(() -> CompletableFuture.runAsync(() -> {
			for (int i = 0; i < 100_000; i++) {
				timer.record(i, TimeUnit.MICROSECONDS);
			}
		})).limit(2).toList();
		while (!recording.stream().allMatch(CompletableFuture::isDone)) {
			assertThat(this.registry.scrape()).contains("work_seconds_count");
		}
		recording.forEach(CompletableFuture::join);
		assertThat(points("work_seconds")).singleElement()
			.satisfies((point) -> assertThat(nativeCount(point)).isEqualTo(200_000))
			.satisfies((point) -> assertThat(point.getClassicBuckets().getCount(1)).isZero());
	}

	@Test
	void metersOfOneNameMayHaveOtherLabels() {
		timer("work", "b", "1", "a", "2").record(Duration.ofMillis(1));
		timer("work", "c", "3").record(Duration.ofMillis(1));
		assertThat(points("work_seconds")).hasSize(2).allMatch((point) -> nativeCount(point) == 1);
	}

	@Test
	void timersWithoutBucketsAndTasksInFlightStayAsTheyAre() {
		assertThat(this.registry.timer("work")).isExactlyInstanceOf(PrometheusTimer.class);
		LongTaskTimer.builder("tasks").serviceLevelObjectives(Duration.ofSeconds(1)).register(this.registry).start();
		assertThat(points("tasks_seconds")).noneMatch(HistogramDataPointSnapshot::hasNativeHistogramData);
	}

	@Test
	void labelsThatCannotBeScrapedDoNotFailTheCaller() {
		assertThatNoException().isThrownBy(() -> {
			Timer timer = timer("work", "a.b", "1", "a_b", "2");
			timer.record(Duration.ofMillis(1));
			this.registry.remove(timer);
		});
	}

	@Test
	void ofTwoMetersThatWouldBeOneSeriesTheFirstHasIt() {
		timer("work.done").record(Duration.ofMillis(1));
		this.registry.remove(timer("work_done"));
		timer("work_done").record(Duration.ofMillis(1));
		timer("work.done").record(Duration.ofMillis(1));
		assertThat(points("work_done_seconds")).singleElement()
			.satisfies((point) -> assertThat(nativeCount(point)).isEqualTo(2));
	}

	private Timer timer(String name, String... tags) {
		return Timer.builder(name).tags(tags).serviceLevelObjectives(Duration.ofSeconds(1)).register(this.registry);
	}

	private DistributionSummary summary(String name) {
		return DistributionSummary.builder(name).serviceLevelObjectives(100).register(this.registry);
	}

	private List<HistogramDataPointSnapshot> points(String name) {
		return this.registry.getPrometheusRegistry()
			.scrape(name::equals)
			.stream()
			.flatMap((family) -> ((HistogramSnapshot) family).getDataPoints().stream())
			.toList();
	}

	private static long nativeCount(HistogramDataPointSnapshot point) {
		return point.getNativeZeroCount()
				+ point.getNativeBucketsForPositiveValues().stream().mapToLong(NativeHistogramBucket::getCount).sum();
	}

}

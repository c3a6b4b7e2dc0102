package dev.oddkit.observability.otlp;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the metrics of {@link TelemetryStore}.
 */
class TelemetryStoreMetricsTests {

	private final AtomicLong nanos = new AtomicLong();

	private TelemetryStore store(int maxSeries, int pointsPerSeries, long maxBytes) {
		return new TelemetryStore(new StoreLimits(10, 10, 10, maxSeries, pointsPerSeries, maxBytes), this.nanos::get);
	}

	private static Metric stock(String item, long timeNanos) {
		return Samples.gauge("stock", Map.of("item", item), timeNanos, timeNanos);
	}

	@Test
	void joinsPointsIntoSeriesInTheOrderOfTime() {
		TelemetryStore store = store(10, 10, 1 << 20);
		store.metrics(List.of(stock("tea", 1), stock("milk", 1)));
		store.metrics(List.of(stock("tea", 3)));
		store.metrics(List.of(stock("tea", 2)));
		assertThat(store.series()).hasSize(2);
		MetricSeries tea = store.series().get(0);
		assertThat(tea.name()).isEqualTo("stock");
		assertThat(tea.attributes()).isEqualTo(Map.of("item", "tea"));
		assertThat(tea.resource().serviceName()).isEqualTo("gateway");
		assertThat(tea.points()).extracting(MetricPoint::timeNanos).containsExactly(1L, 2L, 3L);
	}

	@Test
	void keepsTheNewestPointsOfASeries() {
		TelemetryStore store = store(10, 3, 1 << 20);
		for (int time = 1; time <= 5; time++) {
			store.metrics(List.of(stock("tea", time)));
		}
		assertThat(store.series().get(0).points()).extracting(MetricPoint::timeNanos).containsExactly(3L, 4L, 5L);
		assertThat(store.stats().metrics().pointsEvicted()).isEqualTo(2);
	}

	@Test
	void dropsNewSeriesWhileTheOldOnesAreAlive() {
		TelemetryStore store = store(2, 10, 1 << 20);
		store.metrics(List.of(stock("tea", 1), stock("milk", 1), stock("flood 1", 1), stock("flood 2", 1)));
		store.metrics(List.of(stock("flood 1", 2), stock("tea", 2)));
		assertThat(store.series()).extracting((series) -> series.attributes().get("item"))
			.containsExactlyInAnyOrder("tea", "milk");
		assertThat(store.stats().metrics().seriesDropped()).isEqualTo(2);
		assertThat(store.stats().metrics().pointsDropped()).isEqualTo(3);
	}

	@Test
	void letsNewSeriesTakeThePlaceOfStoppedOnes() {
		TelemetryStore store = store(2, 10, 1 << 20);
		store.metrics(List.of(stock("tea", 1), stock("stopped", 1)));
		this.nanos.addAndGet(Duration.ofMinutes(4).toNanos());
		store.metrics(List.of(stock("tea", 2), stock("early", 2)));
		this.nanos.addAndGet(Duration.ofMinutes(1).toNanos());
		store.metrics(List.of(stock("new", 3)));
		assertThat(store.series()).extracting((series) -> series.attributes().get("item"))
			.containsExactlyInAnyOrder("tea", "new");
		assertThat(store.stats().metrics().seriesEvicted()).isEqualTo(1);
		assertThat(store.stats().metrics().seriesDropped()).isEqualTo(1);
	}

	@Test
	void dropsTheOldestPointsOfAllSeriesBeyondTheBytes() {
		TelemetryStore store = store(100, 1_000, 400_000);
		for (int time = 1; time <= 500; time++) {
			store.metrics(List.of(stock("tea", time), stock("milk", time), stock("salt", time)));
			assertThat(store.stats().metrics().bytes()).isLessThanOrEqualTo(100_000);
		}
		assertThat(store.series()).hasSize(3)
			.allSatisfy((series) -> assertThat(series.points()).hasSizeGreaterThan(100)
				.last()
				.extracting(MetricPoint::timeNanos)
				.isEqualTo(500L));
		StoreStats.Metrics stats = store.stats().metrics();
		assertThat(stats.points() + stats.pointsEvicted()).isEqualTo(1_500);
	}

	@Test
	void staysWithinItsBytesWhateverTheSeries() {
		TelemetryStore store = store(100_000, 10, 400_000);
		for (int i = 0; i < 2_000; i++) {
			store.metrics(List.of(stock("item " + i, 1)));
			assertThat(store.stats().metrics().bytes()).isLessThanOrEqualTo(100_000);
		}
		assertThat(store.stats().metrics().seriesEvicted()).isPositive();
		assertThat(store.stats().metrics().series()).isEqualTo(store.series().size()).isPositive();
	}

	@Test
	void dropsAPointThatIsTooLarge() {
		TelemetryStore store = store(10, 10, 100_000);
		store.metrics(List.of(Samples.metric("latency", MetricType.HISTOGRAM, new MetricPoint(Map.of(), 0, 1,
				new HistogramValue(1, 1, null, null, List.of(), Collections.nCopies(5_000, 1L)), List.of()))));
		assertThat(store.series()).isEmpty();
		assertThat(store.stats().metrics().pointsDropped()).isEqualTo(1);
	}

	@Test
	void holdsTheBoundsOfAHistogramOnce() {
		TelemetryStore store = store(10, 10, 1 << 20);
		for (int time = 1; time <= 2; time++) {
			store.metrics(List.of(Samples.metric("latency", MetricType.HISTOGRAM, new MetricPoint(Map.of(), 0, time,
					new HistogramValue(1, 1, null, null, List.of(1.0, 2.0), List.of(1L, 0L, 0L)), List.of()))));
		}
		List<MetricPoint> points = store.series().get(0).points();
		assertThat(((HistogramValue) points.get(1).value()).bounds())
			.isSameAs(((HistogramValue) points.get(0).value()).bounds());
	}

	@Test
	void keepsSeriesOfDifferentProcessesApart() {
		TelemetryStore store = store(10, 10, 1 << 20);
		Metric metric = stock("tea", 1);
		store.metrics(List.of(metric, new Metric(metric.name(), "", "1", metric.type(), false, metric.temporality(),
				metric.points(), metric.scope(), Samples.resource("orders"))));
		assertThat(store.series()).hasSize(2);
	}

}

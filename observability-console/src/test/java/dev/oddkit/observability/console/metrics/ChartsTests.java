package dev.oddkit.observability.console.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import dev.oddkit.observability.console.metrics.Chart.Line;
import dev.oddkit.observability.otlp.HistogramValue;
import dev.oddkit.observability.otlp.MetricSeries;
import dev.oddkit.observability.otlp.Temporality;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link Charts}.
 */
class ChartsTests {

	@Test
	void drawsASteadyCounterAsASteadyRate() {
		Chart chart = draw(List.of(counter("orders", 0, 5, 1010, 1100, 30)), "service").get(0);
		assertThat(chart.title()).isEqualTo("Rate per second");
		assertThat(chart.unit()).isEqualTo("{thing}/s");
		assertThat(chart.times()).startsWith(1010.0).endsWith(1100.0).hasSize(10);
		assertThat(chart.lines()).singleElement()
			.satisfies((line) -> assertThat(line.values()).startsWith((Double) null)
				.endsWith(3.0)
				.filteredOn((value) -> value != null)
				.allSatisfy((value) -> assertThat(value).isCloseTo(3, within(1e-9))));
	}

	@Test
	void addsSendersThatReportAtDifferentMoments() {
		List<MetricSeries> series = List.of(counter("a", 0, 0, 1010, 1100, 30), counter("b", 0, 0, 1013, 1103, 50));
		Chart chart = draw(series, "none").get(0);
		assertThat(chart.lines()).extracting(Line::label).containsExactly("(none)");
		List<Double> values = chart.lines().get(0).values();
		assertThat(values.subList(2, values.size()))
			.allSatisfy((value) -> assertThat(value).isCloseTo(8, within(1e-9)));
	}

	@Test
	void doesNotFallAtTheEndWhileASenderHasYetToReport() {
		List<MetricSeries> series = List.of(counter("a", 0, 0, 1010, 1110, 30), counter("b", 0, 0, 1010, 1100, 50));
		Chart chart = draw(series, "none").get(0);
		assertThat(chart.times()).endsWith(1100.0);
		assertThat(chart.lines().get(0).values()).endsWith(8.0);
	}

	@Test
	void goesOnWithoutASenderThatIsGone() {
		List<MetricSeries> series = List.of(counter("a", 0, 0, 1010, 1200, 30), counter("b", 0, 0, 1010, 1100, 50));
		Chart chart = draw(series, "none").get(0);
		assertThat(chart.times()).endsWith(1200.0);
		assertThat(chart.lines().get(0).values()).endsWith(3.0);
	}

	@Test
	void leavesGapsEmpty() {
		MetricSeries series = SeriesBuilder.counter()
			.at(1010, 10)
			.at(1020, 20)
			.at(1030, 30)
			.at(1070, 90)
			.at(1080, 95)
			.build();
		Chart chart = draw(List.of(series), "service").get(0);
		assertThat(chart.times()).containsExactly(1010.0, 1020.0, 1030.0, 1040.0, 1050.0, 1060.0, 1070.0, 1080.0);
		assertThat(chart.lines().get(0).values()).containsExactly(1.0, 1.0, 1.0, null, null, null, null, 0.5);
	}

	@Test
	void countsTheFirstErrorOfAServiceThatReportedBefore() {
		MetricSeries fine = counter("orders", 0, 0, 1010, 1100, 30);
		MetricSeries failed = SeriesBuilder.counter()
			.since(100)
			.with("outcome", "error")
			.at(1090, 2)
			.at(1100, 2)
			.build();
		Chart chart = draw(List.of(fine, failed), "outcome").get(0);
		Line errors = chart.lines().stream().filter((line) -> line.label().equals("error")).findFirst().orElseThrow();
		assertThat(errors.values()).endsWith(0.2, 0.0);
	}

	@Test
	void findsTheQuantilesOfEachStep() {
		SplittableRandom random = new SplittableRandom(42);
		SeriesBuilder builder = SeriesBuilder.histogram();
		List<Double> bounds = List.of(0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4);
		long[] counts = new long[8];
		double sum = 0;
		for (int step = 1; step <= 6; step++) {
			// values double in size half way, which a quantile over all time would blur
			double scale = (step <= 3) ? 1 : 2;
			for (int i = 0; i < 10_000; i++) {
				double value = random.nextDouble() * scale;
				counts[(int) bounds.stream().filter((bound) -> value > bound).count()]++;
				sum += value;
			}
			List<Long> list = new ArrayList<>();
			for (long count : counts) {
				list.add(count);
			}
			builder.at(1000 + 10 * step, new HistogramValue(10_000L * step, sum, null, null, bounds, list));
		}
		List<Chart> charts = draw(List.of(builder.build()), "service");
		assertThat(charts).extracting(Chart::title).containsExactly("Rate per second", "p50 / p95 / p99", "Mean");
		assertThat(charts.get(0).lines().get(0).values())
			.allSatisfy((rate) -> assertThat(rate).isCloseTo(1000, within(1e-6)));
		assertThat(charts.get(1).lines()).extracting(Line::label).containsExactly("p50", "p95", "p99");
		assertThat(charts.get(1).lines().get(0).values().get(0)).isCloseTo(0.5, within(0.4));
		assertThat(charts.get(1).lines().get(0).values().get(5)).isCloseTo(1.0, within(0.8));
		assertThat(charts.get(1).lines().get(1).values().get(5)).isCloseTo(1.9, within(1.6));
		assertThat(charts.get(2).lines().get(0).values().get(2)).isCloseTo(0.5, within(0.02));
		assertThat(charts.get(2).lines().get(0).values().get(3)).isCloseTo(1.0, within(0.02));
	}

	@Test
	void joinsTheSmallestGroupsBeyondTwelve() {
		List<MetricSeries> series = new ArrayList<>();
		for (int i = 1; i <= 20; i++) {
			SeriesBuilder builder = SeriesBuilder.counter().with("user", "user-" + i);
			for (int step = 1; step <= 3; step++) {
				builder.at(1000 + 10 * step, 10 * i * step);
			}
			series.add(builder.build());
		}
		Chart chart = draw(series, "user").get(0);
		assertThat(chart.lines()).hasSize(12).last().satisfies((line) -> {
			assertThat(line.label()).isEqualTo("(9 others)");
			assertThat(line.values()).endsWith(45.0);
		});
	}

	@Test
	void drawsAGaugeAsItWasSentAndEmptyWhileItWasSilent() {
		MetricSeries series = SeriesBuilder.gauge().at(1010, 7).at(1020, 9).at(1030, 8).at(1090, 3).at(1100, 4).build();
		Chart chart = draw(List.of(series), "service").get(0);
		assertThat(chart.title()).isEqualTo("Value");
		assertThat(chart.lines().get(0).values()).containsExactly(7.0, 9.0, 8.0, 8.0, 8.0, null, null, null, 3.0, 4.0);
	}

	@Test
	void averagesGaugesButAddsSums() {
		List<MetricSeries> gauges = List.of(SeriesBuilder.gauge().of("a").at(1010, 2).at(1020, 2).build(),
				SeriesBuilder.gauge().of("b").at(1010, 4).at(1020, 6).build());
		assertThat(draw(gauges, "none").get(0).title()).isEqualTo("Value (mean of the series)");
		assertThat(draw(gauges, "none").get(0).lines().get(0).values()).containsExactly(3.0, 4.0);
		List<MetricSeries> sums = List.of(
				SeriesBuilder.upDownCounter(Temporality.CUMULATIVE).of("a").at(1010, 2).at(1020, 2).build(),
				SeriesBuilder.upDownCounter(Temporality.DELTA).of("b").at(1010, 4).at(1020, -1).build());
		assertThat(draw(sums, "none").get(0).lines().get(0).values()).containsExactly(6.0, 5.0);
	}

	private static List<Chart> draw(List<MetricSeries> series, String group) {
		return new Charts(series, group, series, 120).draw();
	}

	private static MetricSeries counter(String service, double since, double first, int from, int to, double gain) {
		SeriesBuilder builder = SeriesBuilder.counter().of(service).since(since);
		double value = first;
		for (int second = from; second <= to; second += 10) {
			builder.at(second, value);
			value += gain;
		}
		return builder.build();
	}

}

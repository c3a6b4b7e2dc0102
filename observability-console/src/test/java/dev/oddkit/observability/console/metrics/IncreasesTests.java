package dev.oddkit.observability.console.metrics;

import java.util.List;

import dev.oddkit.observability.otlp.MetricSeries;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Increases}.
 */
class IncreasesTests {

	private static final long SECOND = 1_000_000_000L;

	@Test
	void takesTheDifferencesOfCumulativeValues() {
		MetricSeries series = SeriesBuilder.counter().at(1010, 5).at(1020, 8).at(1030, 8).build();
		assertThat(read(series)).containsExactly("1000-1010: 5", "1010-1020: 3", "1020-1030: 0");
	}

	@Test
	void saysNothingOfTheFirstValueWhenItWasCountedOverALongTime() {
		MetricSeries series = SeriesBuilder.counter().since(100).at(1010, 5000).at(1020, 5003).at(1030, 5004).build();
		assertThat(read(series)).containsExactly("1010-1020: 3", "1020-1030: 1");
	}

	@Test
	void countsTheFirstValueOfASeriesThatWasMissingBefore() {
		MetricSeries series = SeriesBuilder.counter().since(100).at(1010, 4).at(1020, 6).at(1030, 7).build();
		assertThat(describe(Increases.of(series, new Cadence(10 * SECOND), 1000 * SECOND)))
			.containsExactly("1000-1010: 4", "1010-1020: 2", "1020-1030: 1");
	}

	@Test
	void noticesARestartByASmallerValue() {
		MetricSeries series = SeriesBuilder.counter()
			.since(0)
			.at(1010, 50)
			.at(1020, 60)
			.at(1030, 4)
			.at(1040, 9)
			.build();
		assertThat(read(series)).containsExactly("1010-1020: 10", "1020-1030: 4", "1030-1040: 5");
	}

	@Test
	void noticesARestartByANewStartAlsoWhenTheValueIsLarger() {
		MetricSeries series = SeriesBuilder.counter()
			.at(1010, 5)
			.at(1020, 6)
			.since(1025)
			.at(1030, 20)
			.at(1040, 21)
			.build();
		assertThat(read(series)).containsExactly("1000-1010: 5", "1010-1020: 1", "1025-1030: 20", "1030-1040: 1");
	}

	@Test
	void bridgesOneMissingReport() {
		MetricSeries series = SeriesBuilder.counter().at(1010, 1).at(1020, 2).at(1040, 6).at(1050, 7).build();
		assertThat(read(series)).containsExactly("1000-1010: 1", "1010-1020: 1", "1020-1040: 4", "1040-1050: 1");
	}

	@Test
	void saysNothingOverAGap() {
		MetricSeries series = SeriesBuilder.counter()
			.at(1010, 1)
			.at(1020, 2)
			.at(1030, 3)
			.at(1060, 90)
			.at(1070, 91)
			.build();
		assertThat(read(series)).containsExactly("1000-1010: 1", "1010-1020: 1", "1020-1030: 1", "1060-1070: 1");
	}

	@Test
	void takesDeltaValuesAsTheyAre() {
		MetricSeries series = SeriesBuilder.deltaCounter()
			.at(1010, 5)
			.since(1010)
			.at(1020, 3)
			.since(1050)
			.at(1060, 8)
			.build();
		assertThat(read(series)).containsExactly("1000-1010: 5", "1010-1020: 3", "1050-1060: 8");
	}

	@Test
	void takesDeltaValuesWithoutAStartSinceThePreviousOne() {
		MetricSeries series = SeriesBuilder.deltaCounter().since(0).at(1010, 5).at(1020, 3).at(1030, 4).build();
		assertThat(read(series)).containsExactly("1010-1020: 3", "1020-1030: 4");
	}

	@Test
	void ignoresAPointThatIsSentTwice() {
		MetricSeries series = SeriesBuilder.counter().at(1010, 5).at(1010, 5).at(1020, 7).at(1030, 8).build();
		assertThat(read(series)).containsExactly("1000-1010: 5", "1010-1020: 2", "1020-1030: 1");
	}

	private static List<String> read(MetricSeries series) {
		return describe(Increases.of(series, new Cadence(10 * SECOND), 0));
	}

	private static List<String> describe(List<Increase> increases) {
		return increases.stream()
			.map((one) -> "%d-%d: %d".formatted(one.fromNanos() / SECOND, one.toNanos() / SECOND,
					Math.round(one.amount().count())))
			.toList();
	}

}

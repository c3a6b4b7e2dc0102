package dev.oddkit.observability.cardinality.core;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DistinctEstimateTests {

	@ParameterizedTest
	@ValueSource(ints = { 100, 1_000, 2_500, 5_000, 100_000, 1_000_000 })
	void isThreePercentOffAtTheMostInTwoOfThreeCases(int values) {
		double[] errors = IntStream.range(0, 30).mapToDouble((run) -> error(run * 10_000_000L, values)).toArray();
		assertThat(DoubleStream.of(errors).filter((error) -> Math.abs(error) < 0.033).count()).isGreaterThan(15);
		assertThat(DoubleStream.of(errors).average().orElseThrow()).isBetween(-0.02, 0.03);
	}

	private static double error(long first, int values) {
		DistinctEstimate estimate = new DistinctEstimate();
		LongStream.range(first, first + values).map(Hashing::mix).forEach(estimate::add);
		return (double) estimate.estimate() / values - 1;
	}

}

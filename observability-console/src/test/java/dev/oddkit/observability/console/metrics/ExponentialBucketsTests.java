package dev.oddkit.observability.console.metrics;

import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

/**
 * Tests for {@link ExponentialBuckets}.
 */
class ExponentialBucketsTests {

	private static final Bins NONE = new Bins(0, new double[0]);

	private final SplittableRandom random = new SplittableRandom(42);

	@ParameterizedTest
	@ValueSource(doubles = { 0.05, 0.25, 0.5, 0.9, 0.95, 0.99 })
	void findsQuantilesOfAUniformDistributionWithinTheirBucket(double q) {
		Amount uniform = record(() -> this.random.nextDouble() * 5, 3);
		// a bucket of scale 3 is 9 % wide
		assertThat(uniform.quantile(q).orElseThrow()).isCloseTo(5 * q, withinPercentage(9.1));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.05, 0.25, 0.5, 0.9, 0.95, 0.99 })
	void findsQuantilesOfAnExponentialDistributionWithinTheirBucket(double q) {
		Amount exponential = record(() -> -Math.log(1 - this.random.nextDouble()), 4);
		// a bucket of scale 4 is 4.4 % wide
		assertThat(exponential.quantile(q).orElseThrow()).isCloseTo(-Math.log(1 - q), withinPercentage(4.5));
	}

	@Test
	void joinsDifferentScalesOnTheCoarserOne() {
		Amount fine = record(() -> this.random.nextDouble() * 5, 6);
		Amount coarse = record(() -> this.random.nextDouble() * 5, 2);
		ExponentialBuckets joined = (ExponentialBuckets) fine.plus(coarse);
		assertThat(joined.scale()).isEqualTo(2);
		assertThat(joined.count()).isEqualTo(fine.count() + coarse.count());
		assertThat(joined.quantile(0.5).orElseThrow()).isCloseTo(2.5, withinPercentage(19));
	}

	@Test
	void takesWhatCameSinceAlsoWhenTheScaleBecameCoarser() {
		Amount before = record(() -> 1 + this.random.nextDouble(), 6);
		Amount since = record(() -> 64 * (1 + this.random.nextDouble()), 3);
		Amount now = before.plus(since);
		assertThat(now.restartedSince(before)).isFalse();
		assertThat(now.minus(before).count()).isCloseTo(since.count(), within(1e-6));
		assertThat(now.minus(before).quantile(0.5).orElseThrow()).isCloseTo(96, withinPercentage(9.1));
		assertThat(before.restartedSince(now)).isTrue();
	}

	@Test
	void ordersNegativeValuesBeforeZeroBeforePositiveOnes() {
		Amount amount = new ExponentialBuckets(0, 0, 10, new Bins(0, new double[] { 10 }),
				new Bins(1, new double[] { 10, 10 }));
		assertThat(amount.quantile(0.25)).hasValueCloseTo(-4.0, within(1e-9));
		assertThat(amount.quantile(0.5)).hasValueCloseTo(-2.0, within(1e-9));
		assertThat(amount.quantile(0.6)).hasValue(0);
		assertThat(amount.quantile(1)).hasValueCloseTo(2.0, within(1e-9));
	}

	@Test
	void hasNoQuantileWithoutValues() {
		assertThat(new ExponentialBuckets(0, 0, 0, NONE, NONE).quantile(0.5)).isEmpty();
	}

	@Test
	void staysSmallWhateverTheOffsets() {
		Amount low = new ExponentialBuckets(0, 20, 0, new Bins(Integer.MIN_VALUE, new double[] { 1 }), NONE);
		Amount high = new ExponentialBuckets(0, 20, 0, new Bins(Integer.MAX_VALUE - 1, new double[] { 1 }), NONE);
		ExponentialBuckets joined = (ExponentialBuckets) low.plus(high);
		assertThat(joined.positive().widthWith(NONE)).isLessThanOrEqualTo(2048);
		assertThat(joined.count()).isEqualTo(2);
	}

	private static Amount record(DoubleSupplier values, int scale) {
		TreeMap<Integer, Double> counts = new TreeMap<>();
		IntStream.range(0, 100_000).forEach((i) -> counts.merge(index(values.getAsDouble(), scale), 1.0, Double::sum));
		double[] dense = new double[counts.lastKey() - counts.firstKey() + 1];
		counts.forEach((index, count) -> dense[index - counts.firstKey()] = count);
		return new ExponentialBuckets(0, scale, 0, new Bins(counts.firstKey(), dense), NONE);
	}

	private static int index(double value, int scale) {
		return (int) Math.ceil(Math.log(value) / Math.log(2) * Math.pow(2, scale)) - 1;
	}

}

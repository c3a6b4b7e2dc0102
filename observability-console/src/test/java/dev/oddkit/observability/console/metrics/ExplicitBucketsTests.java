package dev.oddkit.observability.console.metrics;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link ExplicitBuckets}.
 */
class ExplicitBucketsTests {

	private static final double[] BOUNDS = { 0.1, 0.25, 0.5, 1, 2.5, 5, 10 };

	private final SplittableRandom random = new SplittableRandom(42);

	@ParameterizedTest
	@ValueSource(doubles = { 0.05, 0.25, 0.5, 0.9, 0.95, 0.99 })
	void findsQuantilesOfAUniformDistribution(double q) {
		Amount uniform = record(() -> this.random.nextDouble() * 5, BOUNDS);
		// linear interpolation is exact here, but for the sample itself
		assertThat(uniform.quantile(q)).hasValueCloseTo(5 * q, within(0.02));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.05, 0.25, 0.5, 0.9, 0.95, 0.99 })
	void findsQuantilesOfAnExponentialDistributionWithinTheirBucket(double q) {
		Amount exponential = record(() -> -Math.log(1 - this.random.nextDouble()), BOUNDS);
		double truth = -Math.log(1 - q);
		assertThat(exponential.quantile(q)).hasValueCloseTo(truth, within(bucketWidth(truth)));
	}

	@Test
	void interpolatesWithinTheBucket() {
		Amount amount = new ExplicitBuckets(0, new double[] { 1, 2, 4 }, new double[] { 0, 10, 10, 0 });
		assertThat(amount.quantile(0.75)).hasValue(3);
	}

	@Test
	void startsTheFirstBucketAtZeroUnlessItsBoundIsNegative() {
		assertThat(new ExplicitBuckets(0, new double[] { 4 }, new double[] { 10, 0 }).quantile(0.5)).hasValue(2);
		assertThat(new ExplicitBuckets(0, new double[] { -4 }, new double[] { 10, 0 }).quantile(0.5)).hasValue(-4);
	}

	@Test
	void stopsAtTheHighestBound() {
		Amount amount = new ExplicitBuckets(0, new double[] { 1, 2 }, new double[] { 1, 0, 99 });
		assertThat(amount.quantile(0.95)).hasValue(2);
	}

	@Test
	void hasNoQuantileWithoutValuesOrBounds() {
		assertThat(new ExplicitBuckets(0, new double[] { 1 }, new double[] { 0, 0 }).quantile(0.5)).isEmpty();
		assertThat(new ExplicitBuckets(9, new double[0], new double[] { 3 }).quantile(0.5)).isEmpty();
	}

	@Test
	void joinsDifferentBoundsOnTheSharedOnes() {
		Amount left = new ExplicitBuckets(1, new double[] { 1, 2, 4 }, new double[] { 1, 2, 3, 4 });
		Amount right = new ExplicitBuckets(2, new double[] { 2, 3, 4 }, new double[] { 10, 20, 30, 40 });
		Amount joined = left.plus(right);
		assertThat(joined.count()).isEqualTo(110);
		assertThat(joined.sum()).isEqualTo(3);
		assertThat(joined.quantile(13 / 110.0)).hasValueCloseTo(2.0, within(1e-9));
		assertThat(joined.quantile(66 / 110.0)).hasValueCloseTo(4.0, within(1e-9));
	}

	@Test
	void takesOtherBoundsForARestart() {
		Amount before = new ExplicitBuckets(0, new double[] { 1 }, new double[] { 1, 1 });
		assertThat(new ExplicitBuckets(0, new double[] { 2 }, new double[] { 5, 5 }).restartedSince(before)).isTrue();
		assertThat(new ExplicitBuckets(0, new double[] { 1 }, new double[] { 5, 0 }).restartedSince(before)).isTrue();
		assertThat(new ExplicitBuckets(0, new double[] { 1 }, new double[] { 1, 2 }).restartedSince(before)).isFalse();
	}

	private static Amount record(DoubleSupplier values, double[] bounds) {
		double[] counts = new double[bounds.length + 1];
		IntStream.range(0, 100_000).forEach((i) -> counts[bucket(values.getAsDouble(), bounds)]++);
		return new ExplicitBuckets(0, bounds, counts);
	}

	private static int bucket(double value, double[] bounds) {
		return (int) IntStream.range(0, bounds.length).filter((i) -> value > bounds[i]).count();
	}

	private static double bucketWidth(double value) {
		int bucket = bucket(value, BOUNDS);
		return BOUNDS[bucket] - ((bucket > 0) ? BOUNDS[bucket - 1] : 0);
	}

}

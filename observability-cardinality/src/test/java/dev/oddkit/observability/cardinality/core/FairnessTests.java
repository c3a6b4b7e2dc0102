package dev.oddkit.observability.cardinality.core;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Eight replicas of a service, each with its own traffic of 100,000 values whose
 * popularity falls as Zipf says. With 100 places the best possible share is 42.9 percent.
 */
class FairnessTests {

	private static final int VALUES = 100_000;

	private static final int EVENTS = 20_000;

	private static final double[] CUMULATED = zipf();

	private static final LabelSet[] LABELS = IntStream.range(0, VALUES)
		.mapToObj((value) -> LabelSet.of("user", "value" + value))
		.toArray(LabelSet[]::new);

	@Test
	void popularValuesHaveTheirOwnSeriesOnEveryReplica() {
		Outcome outcome = run(0);
		assertThat(outcome.share()).isGreaterThan(0.39);
		assertThat(outcome.common()).isGreaterThanOrEqualTo(30);
	}

	@Test
	void aBurstOfJunkDoesNotPoisonThePlaces() {
		Outcome outcome = run(200_000);
		assertThat(outcome.share()).isGreaterThan(0.41);
		assertThat(outcome.common()).isGreaterThanOrEqualTo(45);
	}

	private static Outcome run(int junk) {
		double share = 0;
		Set<String> common = null;
		for (int replica = 0; replica < 8; replica++) {
			Random random = new Random(replica);
			Shop shop = new Shop(Limits.DEFAULT);
			MeterGuard<Map<String, String>> meter = shop.orders();
			for (int i = 0; i < junk; i++) {
				LabelSet.of("user", "junk" + random.nextInt()).record(meter);
			}
			for (int epoch = 0; epoch < 40; epoch++) {
				shop.guard.endEpoch(4);
				traffic(meter, random, EVENTS);
			}
			share += traffic(meter, random, EVENTS) / 8;
			Set<String> own = new HashSet<>(IntStream.range(0, VALUES)
				.mapToObj((value) -> "value" + value)
				.filter((value) -> meter.known(LabelSet.of("user", value)) != null)
				.toList());
			common = (common != null) ? common : own;
			common.retainAll(own);
		}
		return new Outcome(share, common.size());
	}

	private static double traffic(MeterGuard<Map<String, String>> meter, Random random, int events) {
		int own = 0;
		for (int i = 0; i < events; i++) {
			int at = Arrays.binarySearch(CUMULATED, random.nextDouble());
			own += LABELS[(at < 0) ? -at - 1 : at].record(meter).isFolded() ? 0 : 1;
		}
		return (double) own / events;
	}

	private static double[] zipf() {
		double[] cumulated = new double[VALUES];
		double sum = 0;
		for (int i = 0; i < VALUES; i++) {
			sum += 1.0 / (i + 1);
			cumulated[i] = sum;
		}
		for (int i = 0; i < VALUES; i++) {
			cumulated[i] /= sum;
		}
		return cumulated;
	}

	private record Outcome(double share, int common) {

	}

}

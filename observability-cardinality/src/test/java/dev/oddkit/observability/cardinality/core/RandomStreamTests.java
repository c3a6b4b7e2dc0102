package dev.oddkit.observability.cardinality.core;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random streams of labels against a model that keeps everything. The last seed is a new
 * one each time; a failure names it.
 */
class RandomStreamTests {

	static LongStream seeds() {
		return LongStream.concat(LongStream.range(0, 25), LongStream.of(System.nanoTime()));
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void nothingIsLostAndNothingIsChangedButToOther(long seed) {
		Random random = new Random(seed);
		Limits limits = limits(random);
		Shop shop = new Shop(limits);
		NaiveModel model = new NaiveModel(limits);
		Map<Map<String, String>, Map<String, String>> own = new HashMap<>();
		for (int i = 0; i < 5_000; i++) {
			if (random.nextInt(500) == 0) {
				assertThat(model.movedInThisEpoch()).isLessThanOrEqualTo(shop.orders().used());
				model.endedEpoch(2,
						shop.guard.endEpoch(2).stream().map(Series::id).collect(Collectors.toUnmodifiableSet()));
				own.clear();
			}
			String[] labels = labels(random);
			Map<String, String> given = Map.of(labels[0], labels[1], labels[2], labels[3], labels[4], labels[5]);
			Map<String, String> exposed = shop.count(labels);
			model.recorded(given, exposed);
			if (exposed.equals(given)) {
				own.put(given, exposed);
			}
			assertThat(own.getOrDefault(given, exposed)).as("a series that exists keeps its identity")
				.isEqualTo(exposed);
			assertThat(shop.orders().used()).isLessThanOrEqualTo(limits.seriesPerMeter());
			assertThat(shop.budget.used()).isEqualTo(shop.orders().used()).isLessThanOrEqualTo(limits.series());
		}
		Map<Map<String, String>, Long> counted = new HashMap<>();
		shop.counters.forEach((series, number) -> counted.merge(series.id(), number, Long::sum));
		assertThat(counted).as("seed %d", seed).isEqualTo(model.counts());
		assertThat(shop.orders().report()).allSatisfy((key) -> {
			assertThat(key.values()).isLessThanOrEqualTo(limits.hardValues());
			assertThat(key.folded()).isEqualTo(model.folded(key.key()));
			assertThat((double) key.estimate()).isLessThan(1.2 * model.distinct(key.key()) + 5);
		});
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void belowEveryLimitNothingIsFolded(long seed) {
		Random random = new Random(seed);
		Shop shop = new Shop(Limits.DEFAULT);
		for (int i = 0; i < 3_000; i++) {
			String[] labels = { "method", "m" + random.nextInt(7), "status", "s" + random.nextInt(20) };
			assertThat(shop.count(labels)).isEqualTo(Map.of("method", labels[1], "status", labels[3]));
			if (i % 300 == 0) {
				assertThat(shop.guard.endEpoch(1)).isEmpty();
			}
		}
		assertThat(shop.orders().report()).allMatch((key) -> key.folded() == 0 && key.estimate() == key.values());
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void threadsTogetherNeitherLoseNorExceed(long seed) throws InterruptedException {
		Limits limits = Limits.DEFAULT.withValues(10, 20).withSeries(100, 150);
		SeriesBudget budget = new SeriesBudget(150);
		CardinalityGuard<Map<String, String>> guard = new CardinalityGuard<>(() -> limits, budget,
				GuardListener.SILENT);
		LongAdder recorded = new LongAdder();
		LongAdder changed = new LongAdder();
		Thread[] threads = IntStream.range(0, 4).mapToObj((number) -> new Thread(() -> {
			Random random = new Random(seed * 31 + number);
			for (int i = 0; i < 5_000; i++) {
				MeterGuard<Map<String, String>> meter = guard.meter("meter" + random.nextInt(3));
				String[] labels = labels(random);
				Map<String, String> exposed = LabelSet.of(labels).record(meter).id();
				recorded.increment();
				for (int label = 0; label < labels.length; label += 2) {
					String value = exposed.get(labels[label]);
					if (!value.equals(labels[label + 1]) && !value.equals("other")) {
						changed.increment();
					}
				}
				if (i % 500 == 0 && number == 0) {
					guard.endEpoch(2);
				}
			}
		})).toArray(Thread[]::new);
		for (Thread thread : threads) {
			thread.start();
		}
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(recorded.sum()).as("seed %d", seed).isEqualTo(20_000);
		assertThat(changed.sum()).as("seed %d", seed).isZero();
		assertThat(guard.meters()).allMatch((meter) -> meter.used() <= 100)
			.flatExtracting(MeterGuard::report)
			.allMatch((key) -> key.values() <= limits.hardValues());
		assertThat(budget.used()).isLessThanOrEqualTo(150)
			.isEqualTo(guard.meters().stream().mapToInt(MeterGuard::used).sum());
	}

	private static Limits limits(Random random) {
		int soft = 1 + random.nextInt(30);
		int series = 20 + random.nextInt(200);
		return Limits.DEFAULT.withValues(soft, soft + random.nextInt(20))
			.withSeries(series, series + random.nextInt(50));
	}

	private static String[] labels(Random random) {
		int spread = random.nextInt(3);
		return new String[] { "status", "s" + random.nextInt(5), "route", "r" + random.nextInt(40), "user",
				"u" + random.nextInt((spread == 0) ? 10 : 100_000) };
	}

}

package dev.oddkit.observability.cardinality.core;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.oddkit.observability.cardinality.core.KeyRule.Admission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AdmissionTests {

	private final Shop shop = new Shop(Limits.DEFAULT);

	@Test
	void firstValuesAreAdmittedAtOnceAndLaterOnesBecomeOther() {
		IntStream.range(0, 1_000).forEach((user) -> this.shop.count("user", "u" + user));
		assertThat(this.shop.byValue("user")).hasSize(65).containsEntry("u63", 1L).containsEntry("other", 936L);
	}

	@Test
	void anotherKeyOfTheSameRecordStaysVisible() {
		IntStream.range(0, 1_000)
			.forEach((user) -> this.shop.count("status", (user % 10 == 0) ? "500" : "200", "user", "u" + user));
		assertThat(this.shop.byValue("status")).containsOnly(Map.entry("500", 100L), Map.entry("200", 900L));
	}

	@Test
	void valuesThatLookLikeIdsContestEarlier() {
		IntStream.range(0, 1_000).forEach((i) -> this.shop.count("order", UUID.randomUUID().toString()));
		assertThat(this.shop.byValue("order")).hasSize(17);
	}

	@Test
	void fewIdsAreLeftAlone() {
		for (int i = 0; i < 1_000; i++) {
			String commit = "%040x".formatted(i % 10 + 0xabc0);
			assertThat(this.shop.count("commit", commit)).containsEntry("commit", commit);
		}
	}

	@Test
	void heavyValuesFindAPlaceDuringAnAttack() {
		for (int i = 0; i < 100_000; i++) {
			this.shop.count("user", (i % 100 < 3) ? "tenant" + i % 100 : "junk" + i);
		}
		assertThat(this.shop.byValue("user")).containsKeys("tenant0", "tenant1", "tenant2")
			.hasSizeLessThanOrEqualTo(101);
		assertThat(this.shop.key("user").estimate()).isBetween(82_000L, 112_000L);
	}

	@Test
	void aValueThatLosesItsPlaceWhileItsSeriesIsPlacedHasNone() {
		this.shop.count("user", "tenant", "zone", "a");
		IntStream.range(0, 1_000).forEach((user) -> this.shop.count("user", "junk" + user, "zone", "a"));
		Iterator<Runnable> meanwhile = List
			.<Runnable>of(() -> IntStream.range(0, 6).forEach((epoch) -> this.shop.guard.endEpoch(4)))
			.iterator();
		Series<Map<String, String>> series = this.shop.orders().place(new Labels() {

			@Override
			public int size() {
				return 2;
			}

			@Override
			public String key(int index) {
				return (index == 0) ? "user" : "zone";
			}

			@Override
			public String value(int index) {
				if (index == 1 && meanwhile.hasNext()) {
					meanwhile.next().run();
				}
				return (index == 0) ? "tenant" : "b";
			}

		}, (values, folded) -> Map.of("user", values[0]));
		assertThat(series.id()).containsEntry("user", "other");
	}

	@Test
	void placesAreFreedSomeEpochsAfterABurst() {
		IntStream.range(0, 10_000).forEach((i) -> this.shop.count("user", "junk" + i));
		assertThat(this.shop.count("user", "tenant")).containsEntry("user", "other");
		List<Series<Map<String, String>>> retired = new ArrayList<>();
		IntStream.range(0, 5).forEach((i) -> retired.addAll(this.shop.guard.endEpoch(4)));
		assertThat(retired).hasSize(64).noneMatch(Series::isFolded);
		assertThat(this.shop.count("user", "tenant")).containsEntry("user", "tenant");
		assertThat(this.shop.key("user").retired()).isEqualTo(64);
	}

	@Test
	void combinationsFoldTheWidestKeyFirst() {
		Shop shop = new Shop(Limits.DEFAULT.withSeries(1_000, 20_000));
		for (int a = 0; a < 40; a++) {
			for (int b = 0; b < 30; b++) {
				for (int c = 0; c < 5; c++) {
					shop.count("a", "a" + a, "b", "b" + b, "c", "c" + c);
				}
			}
		}
		assertThat(shop.counters).hasSizeLessThanOrEqualTo(1_000);
		assertThat(shop.byValue("c")).hasSize(5).allSatisfy((value, count) -> assertThat(count).isEqualTo(1_200));
		assertThat(shop.counters.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(6_000);
	}

	@Test
	void aSeriesIsCountedWithItsBuckets() {
		this.shop.orders().cost(17);
		IntStream.range(0, 100).forEach((i) -> this.shop.count("a", "a" + i % 50, "b", "b" + i / 10));
		assertThat(this.shop.counters.size() * 17).isLessThanOrEqualTo(2_000).isEqualTo(this.shop.budget.used());
	}

	@Test
	void rulesDenyAllowAndReplace() {
		Limits limits = Limits.DEFAULT;
		Shop shop = new Shop(new Rules() {

			@Override
			public Limits limits() {
				return limits;
			}

			@Override
			public KeyRule key(String meter, String key) {
				KeyRule rule = KeyRule.limited(limits);
				return switch (key) {
					case "denied" -> rule.with(Admission.NEVER);
					case "allowed" -> rule.with(Admission.ALWAYS);
					default -> new KeyRule(Admission.LIMITED, 64, 100, (value) -> "{number}");
				};
			}

		}, GuardListener.SILENT);
		assertThat(shop.count("denied", "x")).containsEntry("denied", "other");
		assertThat(shop.count("path", "17")).containsEntry("path", "{number}");
		IntStream.range(0, 1_500)
			.forEach((i) -> assertThat(shop.count("allowed", "v" + i)).containsEntry("allowed", "v" + i));
	}

	@Test
	void namesKeysAndLengthsAreLimited() {
		IntStream.range(0, 2_000).forEach((i) -> this.shop.guard.meter("meter" + i));
		assertThat(this.shop.guard.meters()).hasSize(1_000);
		assertThat(this.shop.guard.meter("one more")).isNull();
		assertThat(this.shop.guard.hits(Limit.METERS)).isEqualTo(1_001);
		Shop other = new Shop(Limits.DEFAULT);
		IntStream.range(0, 100).forEach((i) -> other.count("key" + i, "value"));
		assertThat(other.orders().report()).hasSize(16);
		assertThat(other.counters).hasSize(17);
		assertThat(other.count("key1", "x".repeat(300))).containsEntry("key1", "other");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1_000, 60_000 })
	void lookupsStayFastIfAllHashesCollide(int values) {
		String[] colliding = Collisions.strings(values);
		assertThat(colliding[0].hashCode()).isEqualTo(colliding[values - 1].hashCode());
		for (String value : colliding) {
			this.shop.count("user", value);
		}
		MeterGuard<Map<String, String>> meter = this.shop.orders();
		// Others may hold up the thread in one of the rounds
		assertThat(IntStream.range(0, 5).mapToLong((round) -> lookups(meter, colliding)).min().orElseThrow() / values)
			.isLessThan(50_000);
	}

	private static long lookups(MeterGuard<Map<String, String>> meter, String[] values) {
		long start = System.nanoTime();
		for (String value : values) {
			meter.add(meter.start(), 0, "user", value);
		}
		return System.nanoTime() - start;
	}

	/**
	 * Strings of one hash code.
	 */
	private static final class Collisions {

		static String[] strings(int count) {
			return IntStream.range(0, count).mapToObj((i) -> {
				StringBuilder text = new StringBuilder();
				for (int bit = 0; bit < 16; bit++) {
					text.append((((i >> bit) & 1) == 0) ? "Aa" : "BB");
				}
				return text.toString();
			}).toArray(String[]::new);
		}

	}

}

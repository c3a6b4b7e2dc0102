package dev.oddkit.observability.cardinality.core;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps every value and label set for ever, and knows from them alone what a guard may
 * do: nothing of the guard is asked.
 */
final class NaiveModel {

	private final Limits limits;

	private final Map<String, Set<String>> values = new HashMap<>();

	private final Set<Map<String, String>> labelSets = new HashSet<>();

	private final Map<String, Long> folded = new HashMap<>();

	private final Map<Map<String, String>, Integer> moved = new HashMap<>();

	private final Map<Map<String, String>, Long> counts = new HashMap<>();

	private int epoch;

	NaiveModel(Limits limits) {
		this.limits = limits;
	}

	void recorded(Map<String, String> given, Map<String, String> exposed) {
		given.forEach((key, value) -> this.values.computeIfAbsent(key, (any) -> new HashSet<>()).add(value));
		this.labelSets.add(given);
		assertThat(exposed.keySet()).isEqualTo(given.keySet());
		given.forEach((key, value) -> {
			assertThat(exposed.get(key)).isIn(value, "other");
			this.folded.merge(key, exposed.get(key).equals(value) ? 0L : 1L, Long::sum);
		});
		if (!isAnyLimitNear()) {
			assertThat(exposed).as("nothing is folded without need").isEqualTo(given);
		}
		this.moved.put(exposed, this.epoch);
		this.counts.merge(exposed, 1L, Long::sum);
	}

	private boolean isAnyLimitNear() {
		return this.values.values().stream().anyMatch((some) -> some.size() > this.limits.softValues())
				|| this.labelSets.size() + 1 > this.limits.seriesPerMeter() * 3 / 4;
	}

	void endedEpoch(int idleEpochs, Set<Map<String, String>> retired) {
		retired.forEach((series) -> assertThat(this.moved.get(series)).as("what moves keeps its place")
			.isLessThanOrEqualTo(this.epoch - idleEpochs));
		this.epoch++;
	}

	/**
	 * Return how many series moved since an epoch ended, each of which has its place.
	 */
	long movedInThisEpoch() {
		return this.moved.values().stream().filter((last) -> last == this.epoch).count();
	}

	int distinct(String key) {
		return this.values.get(key).size();
	}

	long folded(String key) {
		return this.folded.get(key);
	}

	Map<Map<String, String>, Long> counts() {
		return this.counts;
	}

}

package dev.oddkit.observability.cardinality.core;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * A guard with one meter, and the counters that a registry would hold.
 */
class Shop {

	final SeriesBudget budget;

	final CardinalityGuard<Map<String, String>> guard;

	final Map<Series<Map<String, String>>, Long> counters = new IdentityHashMap<>();

	Shop(Limits limits) {
		this(() -> limits, GuardListener.SILENT);
	}

	Shop(Rules rules, GuardListener listener) {
		this.budget = new SeriesBudget(rules.limits().series());
		this.guard = new CardinalityGuard<>(rules, this.budget, listener);
	}

	Map<String, String> count(String... labels) {
		Series<Map<String, String>> series = LabelSet.of(labels).record(this.guard.meter("orders"));
		this.counters.merge(series, 1L, Long::sum);
		return series.id();
	}

	MeterGuard<Map<String, String>> orders() {
		return this.guard.meter("orders");
	}

	Map<String, Long> byValue(String key) {
		Map<String, Long> byValue = new HashMap<>();
		this.counters.forEach((series, count) -> byValue.merge(series.id().get(key), count, Long::sum));
		return byValue;
	}

	KeyReport key(String key) {
		return orders().report().stream().filter((report) -> report.key().equals(key)).findFirst().orElseThrow();
	}

}

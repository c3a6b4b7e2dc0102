package dev.oddkit.observability.console.api;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.oddkit.observability.console.web.Answer;
import dev.oddkit.observability.console.web.Request;
import dev.oddkit.observability.otlp.MetricSeries;
import dev.oddkit.observability.otlp.TelemetryStore;

/**
 * How many series each instrument has and which attribute is to blame: the table that
 * explains a bill.
 */
final class Cardinality {

	private static final int EXAMPLES = 5;

	private static final String FOLDED = "other";

	private final TelemetryStore store;

	Cardinality(TelemetryStore store) {
		this.store = store;
	}

	Answer answer(Request request) {
		request.accept();
		List<Instrument> instruments = Metrics.byName(this.store.series())
			.entrySet()
			.stream()
			.map((entry) -> Instrument.of(entry.getKey(), entry.getValue()))
			.sorted(Comparator.comparingInt(Instrument::series).reversed().thenComparing(Instrument::name))
			.toList();
		return Answer.json(Map.of("instruments", instruments));
	}

	private record Instrument(String name, TreeSet<String> services, int series, List<Key> keys) {

		static Instrument of(String name, List<MetricSeries> series) {
			Map<String, Set<String>> values = new TreeMap<>();
			for (MetricSeries one : series) {
				one.attributes()
					.forEach((key, value) -> values.computeIfAbsent(key, (k) -> new LinkedHashSet<>())
						.add(value.toString()));
			}
			return new Instrument(name, Metrics.services(series), series.size(),
					values.entrySet()
						.stream()
						.map((entry) -> Key.of(entry.getKey(), entry.getValue()))
						.sorted(Comparator.comparingInt(Key::values).reversed().thenComparing(Key::key))
						.toList());
		}

	}

	private record Key(String key, int values, List<String> examples, boolean folded) {

		static Key of(String key, Set<String> values) {
			return new Key(key, values.size(), values.stream().limit(EXAMPLES).toList(), values.contains(FOLDED));
		}

	}

}

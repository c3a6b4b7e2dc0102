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
		List<MetricSeries> all = this.store.series();
		Offenders offenders = Offenders.of(all);
		List<Instrument> instruments = Metrics.byName(all)
			.entrySet()
			.stream()
			.map((entry) -> Instrument.of(entry.getKey(), entry.getValue(), offenders))
			.sorted(Comparator.comparingInt(Instrument::series).reversed().thenComparing(Instrument::name))
			.toList();
		return Answer.json(Map.of("instruments", instruments));
	}

	private record Instrument(String name, TreeSet<String> services, int series, List<Key> keys) {

		static Instrument of(String name, List<MetricSeries> series, Offenders offenders) {
			Map<String, Set<String>> values = new TreeMap<>();
			for (MetricSeries one : series) {
				one.attributes()
					.forEach((key, value) -> values.computeIfAbsent(key, (k) -> new LinkedHashSet<>())
						.add(value.toString()));
			}
			return new Instrument(name, Metrics.services(series), series.size(),
					values.entrySet()
						.stream()
						.map((entry) -> Key.of(entry.getKey(), entry.getValue(), offenders.of(name, entry.getKey())))
						.sorted(Comparator.comparingInt(Key::values).reversed().thenComparing(Key::key))
						.toList());
		}

	}

	/**
	 * A key of an instrument.
	 *
	 * @param key its name
	 * @param values the values that were received
	 * @param examples some of them
	 * @param folded whether further values were folded
	 * @param estimate about how many there are in truth, or 0 if nobody says
	 * @param foldedTimes how often a value was folded, or 0
	 */
	private record Key(String key, int values, List<String> examples, boolean folded, long estimate, long foldedTimes) {

		static Key of(String key, Set<String> values, Offenders.Offender offender) {
			return new Key(key, values.size(), values.stream().limit(EXAMPLES).toList(), values.contains(FOLDED),
					offender.estimate(), offender.folded());
		}

	}

}

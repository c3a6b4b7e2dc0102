package dev.oddkit.observability.console.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.oddkit.observability.console.metrics.Chart;
import dev.oddkit.observability.console.metrics.Charts;
import dev.oddkit.observability.console.metrics.Notes;
import dev.oddkit.observability.console.web.Answer;
import dev.oddkit.observability.console.web.Refusal;
import dev.oddkit.observability.console.web.Request;
import dev.oddkit.observability.otlp.MetricSeries;
import dev.oddkit.observability.otlp.MetricType;
import dev.oddkit.observability.otlp.TelemetryStore;

/**
 * The list of instruments and the charts of one. Never draws two types under one name
 * together: the one with most series is drawn, a note tells of the rest.
 */
final class Metrics {

	private static final String SERVICE = "service";

	private final TelemetryStore store;

	private final int pointsPerSeries;

	Metrics(TelemetryStore store) {
		this.store = store;
		this.pointsPerSeries = store.stats().limits().pointsPerSeries();
	}

	Answer list(Request request) {
		request.accept();
		List<Instrument> instruments = byName(this.store.series()).entrySet()
			.stream()
			.map((entry) -> Instrument.of(entry.getKey(), entry.getValue()))
			.toList();
		return Answer.json(Map.of("instruments", instruments));
	}

	Answer data(Request request) {
		request.accept("name", SERVICE, "group");
		String name = request.text("name");
		String service = request.text(SERVICE);
		String group = request.text("group").isEmpty() ? SERVICE : request.text("group");
		List<MetricSeries> all = this.store.series();
		List<MetricSeries> named = all.stream()
			.filter((one) -> one.name().equals(name))
			.filter((one) -> service.isEmpty() || one.resource().serviceName().equals(service))
			.toList();
		if (named.isEmpty()) {
			throw new Refusal(404, "No metric \"%s\"%s has arrived. Senders report every few seconds up to a minute."
				.formatted(name, service.isEmpty() ? "" : " of " + service));
		}
		List<MetricSeries> series = mostCommonType(named);
		List<String> notes = new ArrayList<>(Notes.on(series));
		if (series.size() < named.size()) {
			notes.add("%d series have the same name but another type than %s; they are not drawn."
				.formatted(named.size() - series.size(), series.get(0).type()));
		}
		List<Chart> charts = new Charts(series, group, all, this.pointsPerSeries).draw();
		return Answer.json(new Data(name, series.get(0).unit(), series.get(0).type(), series.get(0).description(),
				group, keys(series), charts, notes, ExemplarView.newest(series, this.store)));
	}

	static Map<String, List<MetricSeries>> byName(Collection<MetricSeries> series) {
		return series.stream().collect(Collectors.groupingBy(MetricSeries::name, TreeMap::new, Collectors.toList()));
	}

	static TreeSet<String> services(Collection<MetricSeries> series) {
		return series.stream()
			.map((one) -> one.resource().serviceName())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static List<MetricSeries> mostCommonType(List<MetricSeries> series) {
		Map<List<Object>, List<MetricSeries>> byType = series.stream()
			.collect(Collectors.groupingBy((one) -> List.of(one.type(), one.monotonic())));
		return byType.values().stream().max((a, b) -> Integer.compare(a.size(), b.size())).orElse(series);
	}

	private static TreeSet<String> keys(List<MetricSeries> series) {
		TreeSet<String> keys = new TreeSet<>();
		series.forEach((one) -> keys.addAll(one.attributes().keySet()));
		return keys;
	}

	private record Instrument(String name, MetricType type, String unit, String description, TreeSet<String> services,
			int series) {

		static Instrument of(String name, List<MetricSeries> series) {
			MetricSeries first = mostCommonType(series).get(0);
			return new Instrument(name, first.type(), first.unit(), first.description(), Metrics.services(series),
					series.size());
		}

	}

	private record Data(String name, String unit, MetricType type, String description, String group,
			TreeSet<String> keys, List<Chart> charts, List<String> notes, List<ExemplarView> exemplars) {
	}

}

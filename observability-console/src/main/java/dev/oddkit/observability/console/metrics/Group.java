package dev.oddkit.observability.console.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.oddkit.observability.otlp.MetricPoint;
import dev.oddkit.observability.otlp.MetricSeries;

/**
 * The series that one line of a chart adds up.
 *
 * @param label the value they share
 * @param series the series
 */
record Group(String label, List<MetricSeries> series) {

	static final String SERVICE = "service";

	private static final String NONE = "(none)";

	/**
	 * Groups series by an attribute of theirs or of their resource. When there are too
	 * many groups the smallest are joined into one.
	 * @param series the series
	 * @param key the attribute, or {@code service}
	 * @param max the largest number of groups
	 * @return the groups by label, the joined one last
	 */
	static List<Group> by(String key, Collection<MetricSeries> series, int max) {
		Map<String, List<MetricSeries>> byLabel = new LinkedHashMap<>();
		for (MetricSeries one : series) {
			byLabel.computeIfAbsent(labelOf(key, one), (label) -> new ArrayList<>()).add(one);
		}
		List<Group> groups = new ArrayList<>(byLabel.entrySet()
			.stream()
			.map((entry) -> new Group(entry.getKey(), entry.getValue()))
			.sorted(Comparator.comparingDouble(Group::size).reversed().thenComparing(Group::label))
			.toList());
		if (groups.size() > max) {
			List<Group> small = groups.subList(max - 1, groups.size());
			Group others = new Group("(%d others)".formatted(small.size()),
					small.stream().flatMap((group) -> group.series().stream()).toList());
			small.clear();
			groups.sort(Comparator.comparing(Group::label));
			groups.add(others);
			return groups;
		}
		groups.sort(Comparator.comparing(Group::label));
		return groups;
	}

	private static String labelOf(String key, MetricSeries series) {
		if (key.equals(SERVICE)) {
			return series.resource().serviceName();
		}
		Object value = series.attributes().getOrDefault(key, series.resource().attributes().get(key));
		return (value != null) ? value.toString() : NONE;
	}

	private double size() {
		double size = 0;
		for (MetricSeries one : this.series) {
			List<MetricPoint> points = one.points();
			if (!points.isEmpty()) {
				size += Math.abs(Amount.of(points.get(points.size() - 1).value()).count());
			}
		}
		return size;
	}

}

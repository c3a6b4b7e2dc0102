package dev.oddkit.observability.console.metrics;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

import dev.oddkit.observability.otlp.MetricPoint;
import dev.oddkit.observability.otlp.MetricSeries;
import dev.oddkit.observability.otlp.Resource;
import dev.oddkit.observability.otlp.Scope;

/**
 * When each sender reported. A series that is missing from an earlier report of its
 * sender was at zero then, which makes its very first value count.
 */
final class Reports {

	private final Map<Sender, NavigableSet<Long>> times = new HashMap<>();

	private final int pointsPerSeries;

	Reports(Collection<MetricSeries> all, Collection<MetricSeries> wanted, int pointsPerSeries) {
		this.pointsPerSeries = pointsPerSeries;
		wanted.forEach((series) -> this.times.putIfAbsent(Sender.of(series), new TreeSet<>()));
		for (MetricSeries series : all) {
			NavigableSet<Long> known = this.times.get(Sender.of(series));
			if (known != null) {
				for (MetricPoint point : series.points()) {
					known.add(point.timeNanos());
				}
			}
		}
	}

	/**
	 * When the sender last reported before this series began.
	 * @return the time, 0 when not known or when older points of the series may be gone
	 */
	long lastBefore(MetricSeries series) {
		if (series.points().isEmpty() || series.points().size() >= this.pointsPerSeries) {
			return 0;
		}
		Long before = this.times.getOrDefault(Sender.of(series), new TreeSet<>())
			.lower(series.points().get(0).timeNanos());
		return (before != null) ? before : 0;
	}

	private record Sender(Resource resource, Scope scope) {

		static Sender of(MetricSeries series) {
			return new Sender(series.resource(), series.scope());
		}

	}

}

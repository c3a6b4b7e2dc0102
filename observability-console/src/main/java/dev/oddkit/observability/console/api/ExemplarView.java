package dev.oddkit.observability.console.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.oddkit.observability.otlp.Exemplar;
import dev.oddkit.observability.otlp.MetricSeries;
import dev.oddkit.observability.otlp.TelemetryStore;

/**
 * A measurement that leads to its trace.
 */
record ExemplarView(String timeNanos, double value, String traceId, String spanId, boolean known, String service,
		Map<String, Object> attributes) {

	private static final int MAX = 100;

	static List<ExemplarView> newest(Collection<MetricSeries> series, TelemetryStore store) {
		Stream<Found> all = series.stream().flatMap(ExemplarView::found);
		return all.sorted(Comparator.comparingLong((Found found) -> found.exemplar().timeNanos()).reversed())
			.collect(LinkedHashSet<Found>::new, LinkedHashSet::add, LinkedHashSet::addAll)
			.stream()
			.limit(MAX)
			.map((found) -> found.view(store))
			.toList();
	}

	private static Stream<Found> found(MetricSeries series) {
		return series.points()
			.stream()
			.flatMap((point) -> point.exemplars().stream())
			.filter((exemplar) -> !exemplar.traceId().isEmpty())
			.map((exemplar) -> new Found(exemplar, series.resource().serviceName(), series.attributes()));
	}

	private record Found(Exemplar exemplar, String service, Map<String, Object> attributes) {

		ExemplarView view(TelemetryStore store) {
			return new ExemplarView(Units.nanos(this.exemplar.timeNanos()), this.exemplar.value(),
					this.exemplar.traceId(), this.exemplar.spanId(), store.trace(this.exemplar.traceId()).isPresent(),
					this.service, this.attributes);
		}

	}

}

package dev.oddkit.observability.metrics;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The exponential counts of Micrometer's histograms, by the series that has the fixed
 * ones. Of meters that would be one series the first has it, as Micrometer decides.
 */
class NativeHistograms {

	private final Map<Series, Owned> counts = new ConcurrentHashMap<>();

	void add(Meter.Id id, String name, List<Tag> labels, ExponentialCounts counts) {
		Series series = series(name, labels);
		if (series != null) {
			this.counts.putIfAbsent(series, new Owned(id, counts));
		}
	}

	void remove(Meter.Id id, String name, List<Tag> labels) {
		Series series = series(name, labels);
		if (series != null) {
			this.counts.computeIfPresent(series, (key, owned) -> owned.owner().equals(id) ? null : owned);
		}
	}

	private static @Nullable Series series(String name, List<Tag> labels) {
		try {
			return new Series(name,
					Labels.of(labels.stream().map(Tag::getKey).toList(), labels.stream().map(Tag::getValue).toList()));
		}
		catch (IllegalArgumentException ex) {
			// Two labels of one name fail the scrape, and must not fail whoever measures
			return null;
		}
	}

	/**
	 * Return a family with native buckets beside the fixed ones: each scraper takes what
	 * it asks for.
	 * @param family the family as Micrometer scrapes it
	 * @return the family, the same if it is no histogram
	 */
	MetricSnapshot join(MetricSnapshot family) {
		if (!(family instanceof HistogramSnapshot histogram)) {
			return family;
		}
		String name = family.getMetadata().getName();
		return new HistogramSnapshot(histogram.isGaugeHistogram(), family.getMetadata(),
				histogram.getDataPoints().stream().map((point) -> join(name, point)).toList());
	}

	private HistogramDataPointSnapshot join(String name, HistogramDataPointSnapshot point) {
		Owned exponential = this.counts.get(new Series(name, point.getLabels()));
		return (exponential != null) ? NativeBuckets.beside(point, exponential.counts()) : point;
	}

	/**
	 * What a scrape tells apart.
	 */
	private record Series(String name, Labels labels) {

	}

	/**
	 * Counts with the meter that they came from.
	 */
	private record Owned(Meter.Id owner, ExponentialCounts counts) {

	}

}

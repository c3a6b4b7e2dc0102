package dev.oddkit.observability.console.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import dev.oddkit.observability.otlp.HistogramValue;
import dev.oddkit.observability.otlp.MetricPoint;
import dev.oddkit.observability.otlp.MetricSeries;
import dev.oddkit.observability.otlp.MetricType;

/**
 * What a reader must know before believing the charts of an instrument.
 */
public final class Notes {

	private Notes() {
	}

	/**
	 * Looks at the series of an instrument.
	 * @param series the series
	 * @return sentences, none when the charts say all
	 */
	public static List<String> on(Collection<MetricSeries> series) {
		List<String> notes = new ArrayList<>();
		boolean level = series.stream().allMatch(Notes::isLevel);
		if (!level && series.stream().allMatch((one) -> one.points().size() < 2)) {
			notes.add("Only one report has arrived so far; a rate needs two.");
		}
		buckets(series, notes);
		return notes;
	}

	private static boolean isLevel(MetricSeries series) {
		return series.type() == MetricType.GAUGE || (series.type() == MetricType.SUM && !series.monotonic());
	}

	private static void buckets(Collection<MetricSeries> series, List<String> notes) {
		double count = 0;
		double above = 0;
		double highest = 0;
		boolean bare = false;
		for (MetricSeries one : series) {
			List<MetricPoint> points = one.points();
			if (points.isEmpty() || !(points.get(points.size() - 1).value() instanceof HistogramValue value)) {
				continue;
			}
			ExplicitBuckets amount = ExplicitBuckets.of(value);
			bare |= !amount.hasBounds();
			if (amount.hasBounds()) {
				count += amount.count();
				above += amount.partAboveHighestBound() * amount.count();
				highest = Math.max(highest, value.bounds().get(value.bounds().size() - 1));
			}
		}
		if (bare) {
			notes.add("Some series come without buckets, so they have a rate and a mean but no quantiles. "
					+ "Buckets are chosen by the sender.");
		}
		if (above > count / 100) {
			notes.add(String.format(Locale.ROOT,
					"%.0f %% of the values lie above the highest bucket bound (%s); quantiles stop there.",
					100 * above / count, highest));
		}
	}

}

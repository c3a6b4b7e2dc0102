package dev.oddkit.observability.console.metrics;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.oddkit.observability.otlp.MetricPoint;
import dev.oddkit.observability.otlp.MetricSeries;
import dev.oddkit.observability.otlp.SummaryValue;
import org.jspecify.annotations.Nullable;

/**
 * Quantiles that the sender computed. They cannot be added up, so of several series the
 * largest is shown.
 */
final class SentQuantiles {

	private final Map<Double, @Nullable Double[]> values = new TreeMap<>();

	private final TimeGrid grid;

	SentQuantiles(TimeGrid grid) {
		this.grid = grid;
	}

	static String label(double quantile) {
		return "p" + (quantile * 100 + "").replaceFirst("\\.0$", "");
	}

	/**
	 * Adds one series.
	 */
	void add(MetricSeries series) {
		Cadence cadence = Cadence.of(series.points(), this.grid.cadence());
		MetricPoint newest = null;
		int next = 0;
		for (int step = 0; step < this.grid.size(); step++) {
			long end = this.grid.end(step);
			for (; next < series.points().size() && series.points().get(next).timeNanos() <= end; next++) {
				newest = series.points().get(next);
			}
			if (newest != null && !cadence.isGap(newest.timeNanos(), end)
					&& newest.value() instanceof SummaryValue summary) {
				add(step, summary);
			}
		}
	}

	private void add(int step, SummaryValue summary) {
		summary.quantiles().forEach((quantile, value) -> {
			@Nullable Double[] line = this.values.computeIfAbsent(quantile, (q) -> new Double[this.grid.size()]);
			Double present = line[step];
			line[step] = (present != null) ? Math.max(present, value) : value;
		});
	}

	Set<Double> quantiles() {
		return this.values.keySet();
	}

	@Nullable Double at(double quantile, int step) {
		Double value = this.values.getOrDefault(quantile, new Double[this.grid.size()])[step];
		return (value != null && Double.isFinite(value)) ? value : null;
	}

}

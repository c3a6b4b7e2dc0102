package dev.oddkit.observability.console.metrics;

import java.util.List;

import dev.oddkit.observability.otlp.MetricPoint;
import dev.oddkit.observability.otlp.MetricSeries;
import dev.oddkit.observability.otlp.MetricType;
import dev.oddkit.observability.otlp.NumberValue;
import dev.oddkit.observability.otlp.Temporality;
import org.jspecify.annotations.Nullable;

/**
 * Brings values that go up and down to a time grid: at each step the newest value, unless
 * the series fell silent before. Sums of several series are added, gauges averaged.
 */
final class Levels {

	private final TimeGrid grid;

	private final double[] sums;

	private final int[] counts;

	private boolean averaged;

	Levels(TimeGrid grid) {
		this.grid = grid;
		this.sums = new double[grid.size()];
		this.counts = new int[grid.size()];
	}

	/**
	 * Adds one series.
	 */
	void add(MetricSeries series) {
		this.averaged |= series.type() == MetricType.GAUGE;
		Cadence cadence = Cadence.of(series.points(), this.grid.cadence());
		List<MetricPoint> points = series.points();
		boolean delta = series.type() == MetricType.SUM && series.temporality() == Temporality.DELTA;
		double running = 0;
		int next = 0;
		for (int step = 0; step < this.grid.size(); step++) {
			long end = this.grid.end(step);
			for (; next < points.size() && points.get(next).timeNanos() <= end; next++) {
				double value = (points.get(next).value() instanceof NumberValue number) ? number.value() : Double.NaN;
				running = delta ? running + value : value;
			}
			if (next > 0 && !cadence.isGap(points.get(next - 1).timeNanos(), end) && Double.isFinite(running)) {
				this.sums[step] += running;
				this.counts[step]++;
			}
		}
	}

	@Nullable Double at(int step) {
		if (this.counts[step] == 0) {
			return null;
		}
		return this.averaged ? this.sums[step] / this.counts[step] : this.sums[step];
	}

}

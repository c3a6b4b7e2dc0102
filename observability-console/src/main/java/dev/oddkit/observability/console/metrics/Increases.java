package dev.oddkit.observability.console.metrics;

import java.util.ArrayList;
import java.util.List;

import dev.oddkit.observability.otlp.MetricPoint;
import dev.oddkit.observability.otlp.MetricSeries;
import dev.oddkit.observability.otlp.Temporality;
import org.jspecify.annotations.Nullable;

/**
 * Reads the gains of a counter from its points: differences of cumulative values, with
 * restarts found by a new start time or a smaller value, or delta values as they are.
 * Says nothing over gaps.
 */
final class Increases {

	private final List<Increase> increases = new ArrayList<>();

	private final Cadence cadence;

	private Increases(Cadence cadence) {
		this.cadence = cadence;
	}

	/**
	 * Reads a series.
	 * @param series the series
	 * @param cadence how often it reports
	 * @param silentAt when its sender last reported without this series, so that it was
	 * still at zero; 0 when not known
	 * @return the gains in the order of time, without overlap
	 */
	static List<Increase> of(MetricSeries series, Cadence cadence, long silentAt) {
		Increases reader = new Increases(cadence);
		MetricPoint previous = null;
		for (MetricPoint point : series.points()) {
			if (previous != null && point.timeNanos() <= previous.timeNanos()) {
				continue;
			}
			long since = (previous != null) ? previous.timeNanos() : silentAt;
			if (series.temporality() == Temporality.DELTA) {
				reader.add((point.startNanos() > 0) ? Math.max(point.startNanos(), since) : since, point,
						Amount.of(point.value()));
			}
			else {
				reader.addCumulative(previous, since, point);
			}
			previous = point;
		}
		return reader.increases;
	}

	private void addCumulative(@Nullable MetricPoint previous, long since, MetricPoint point) {
		Amount amount = Amount.of(point.value());
		if (previous == null || point.startNanos() >= previous.timeNanos()) {
			add(Math.max(point.startNanos(), since), point, amount);
			return;
		}
		Amount before = Amount.of(previous.value());
		add(since, point, amount.restartedSince(before) ? amount : amount.minus(before));
	}

	private void add(long from, MetricPoint point, Amount amount) {
		boolean known = from > 0 && from < point.timeNanos();
		if (known && !this.cadence.isGap(from, point.timeNanos())) {
			this.increases.add(new Increase(from, point.timeNanos(), amount));
		}
	}

}

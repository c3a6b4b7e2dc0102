package dev.oddkit.observability.console.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import dev.oddkit.observability.console.metrics.Chart.Line;
import dev.oddkit.observability.otlp.MetricSeries;
import dev.oddkit.observability.otlp.MetricType;
import org.jspecify.annotations.Nullable;

/**
 * Draws one instrument: counters as rates, distributions as rate, quantiles and mean,
 * everything else as values. Refuses to mix instruments: all series must have one type.
 */
public final class Charts {

	private static final int MAX_LINES = 12;

	private static final Map<String, Double> QUANTILES = quantiles();

	private final TimeGrid grid;

	private final Reports reports;

	private final List<Group> groups;

	private final MetricSeries sample;

	/**
	 * Prepares the charts of an instrument.
	 * @param series its series, at least one
	 * @param groupKey the attribute that makes the lines
	 * @param all every series that is held, which tells when a sender reported
	 * @param pointsPerSeries how many points are held of a series at most
	 */
	public Charts(Collection<MetricSeries> series, String groupKey, Collection<MetricSeries> all, int pointsPerSeries) {
		this.grid = TimeGrid.over(series);
		this.reports = new Reports(all, series, pointsPerSeries);
		this.groups = Group.by(groupKey, series, MAX_LINES);
		this.sample = series.iterator().next();
	}

	/**
	 * Draws.
	 * @return the charts that have anything to show, or the first one empty
	 */
	public List<Chart> draw() {
		MetricType type = this.sample.type();
		if (type == MetricType.GAUGE || (type == MetricType.SUM && !this.sample.monotonic())) {
			return List.of(levels());
		}
		Map<String, Rates> rates = new LinkedHashMap<>();
		this.groups.forEach((group) -> rates.put(group.label(), rates(group)));
		List<Chart> charts = new ArrayList<>();
		charts.add(chart("Rate per second", rateUnit(), rates, (amount) -> OptionalDouble.of(amount.count())));
		if (type != MetricType.SUM) {
			charts.add(quantiles(rates));
			if (rates.size() > 1) {
				charts.add(chart("p95 of each", this.sample.unit(), rates, (amount) -> amount.quantile(0.95)));
			}
			charts.add(chart("Mean", this.sample.unit(), rates, Amount::mean));
			charts.subList(1, charts.size()).removeIf(Chart::isEmpty);
		}
		return charts;
	}

	private Chart levels() {
		List<Line> lines = this.groups.stream().map((group) -> {
			Levels levels = new Levels(this.grid);
			group.series().forEach(levels::add);
			return line(group.label(), levels::at);
		}).toList();
		boolean averaged = this.sample.type() == MetricType.GAUGE
				&& this.groups.stream().anyMatch((group) -> group.series().size() > 1);
		return new Chart(averaged ? "Value (mean of the series)" : "Value", this.sample.unit(), this.grid.endSeconds(),
				lines);
	}

	private Rates rates(Group group) {
		Rates rates = new Rates(this.grid);
		for (MetricSeries series : group.series()) {
			Cadence cadence = Cadence.of(series.points(), this.grid.cadence());
			rates.add(Increases.of(series, cadence, this.reports.lastBefore(series)));
		}
		return rates;
	}

	private Chart quantiles(Map<String, Rates> rates) {
		Rates all = new Rates(this.grid);
		rates.values().forEach(all::addAll);
		List<Line> lines = new ArrayList<>();
		QUANTILES.forEach((label, q) -> lines.add(line(label, (step) -> value(all.at(step), (a) -> a.quantile(q)))));
		return new Chart("p50 / p95 / p99" + ((rates.size() > 1) ? " of all" : ""), this.sample.unit(),
				this.grid.endSeconds(), lines);
	}

	private Chart chart(String title, String unit, Map<String, Rates> rates, Function<Amount, OptionalDouble> reading) {
		List<Line> lines = new ArrayList<>();
		rates.forEach((label, rate) -> lines.add(line(label, (step) -> value(rate.at(step), reading))));
		return new Chart(title, unit, this.grid.endSeconds(), lines);
	}

	private Line line(String label, IntFunction<@Nullable Double> values) {
		List<@Nullable Double> list = new ArrayList<>();
		IntStream.range(0, this.grid.size()).forEach((step) -> list.add(values.apply(step)));
		return new Line(label, list);
	}

	private static @Nullable Double value(@Nullable Amount amount, Function<Amount, OptionalDouble> reading) {
		OptionalDouble value = (amount != null) ? reading.apply(amount) : OptionalDouble.empty();
		return (value.isPresent() && Double.isFinite(value.getAsDouble())) ? value.getAsDouble() : null;
	}

	private String rateUnit() {
		boolean counted = this.sample.type() == MetricType.SUM && !this.sample.unit().isEmpty()
				&& !this.sample.unit().equals("1");
		return counted ? this.sample.unit() + "/s" : "1/s";
	}

	private static Map<String, Double> quantiles() {
		Map<String, Double> quantiles = new LinkedHashMap<>();
		quantiles.put("p50", 0.5);
		quantiles.put("p95", 0.95);
		quantiles.put("p99", 0.99);
		return quantiles;
	}

}

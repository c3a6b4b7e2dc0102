package dev.oddkit.observability.console.metrics;

import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import dev.oddkit.observability.otlp.MetricPoint;
import dev.oddkit.observability.otlp.MetricSeries;

/**
 * Even steps of time that series with different moments of report are brought to. Ends
 * where all senders that are still alive have reported, give or take a quarter of a step,
 * so that the newest step is never short of one of them.
 *
 * @param startNanos start of the first step
 * @param stepNanos length of a step
 * @param size number of steps
 */
record TimeGrid(long startNanos, long stepNanos, int size) {

	private static final long SECOND = 1_000_000_000L;

	private static final int MAX_SIZE = 600;

	static TimeGrid over(Collection<MetricSeries> series) {
		List<MetricSeries> reported = series.stream().filter((one) -> !one.points().isEmpty()).toList();
		if (reported.isEmpty()) {
			return new TimeGrid(0, SECOND, 0);
		}
		long step = step(reported);
		long newest = reported.stream().mapToLong(TimeGrid::last).max().orElseThrow();
		long common = reported.stream()
			.filter((one) -> !isGone(one, newest, step))
			.mapToLong(TimeGrid::last)
			.min()
			.orElseThrow();
		long earliest = reported.stream().mapToLong((one) -> one.points().get(0).timeNanos()).min().orElseThrow();
		MetricSeries longest = reported.get(0);
		for (MetricSeries one : reported) {
			longest = (one.points().size() > longest.points().size()) ? one : longest;
		}
		long latest = common + step / 4;
		long end = latest - Math.floorMod(latest - last(longest), step);
		int size = (int) Math.min(MAX_SIZE, Math.max(0, end - earliest + step / 2) / step + 1);
		return new TimeGrid(end - size * step, step, size);
	}

	private static long step(List<MetricSeries> series) {
		long shortest = series.stream()
			.map((one) -> Cadence.between(one.points()))
			.filter(OptionalLong::isPresent)
			.mapToLong(OptionalLong::getAsLong)
			.min()
			.orElse(10 * SECOND);
		return Math.max(1, Math.round((double) shortest / SECOND)) * SECOND;
	}

	private static boolean isGone(MetricSeries series, long newest, long step) {
		return Cadence.of(series.points(), new Cadence(step)).isGap(last(series), newest);
	}

	private static long last(MetricSeries series) {
		List<MetricPoint> points = series.points();
		return points.get(points.size() - 1).timeNanos();
	}

	long start(int index) {
		return this.startNanos + index * this.stepNanos;
	}

	long end(int index) {
		return start(index + 1);
	}

	Cadence cadence() {
		return new Cadence(this.stepNanos);
	}

	List<Double> endSeconds() {
		return IntStream.range(0, this.size).mapToObj((i) -> end(i) / (double) SECOND).toList();
	}

}

package dev.oddkit.observability.console.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

import dev.oddkit.observability.otlp.MetricPoint;

/**
 * How often a series reports. One missing report is bridged; a longer silence is a gap,
 * over which nothing is said.
 *
 * @param nanos the usual time between two reports
 */
record Cadence(long nanos) {

	static OptionalLong between(List<MetricPoint> points) {
		long[] intervals = new long[Math.max(0, points.size() - 1)];
		for (int i = 0; i < intervals.length; i++) {
			intervals[i] = points.get(i + 1).timeNanos() - points.get(i).timeNanos();
		}
		long[] sorted = Arrays.stream(intervals).filter((interval) -> interval > 0).sorted().toArray();
		return (sorted.length > 0) ? OptionalLong.of(sorted[(sorted.length - 1) / 2]) : OptionalLong.empty();
	}

	static Cadence of(List<MetricPoint> points, Cadence fallback) {
		OptionalLong own = between(points);
		return own.isPresent() ? new Cadence(own.getAsLong()) : fallback;
	}

	boolean isGap(long fromNanos, long toNanos) {
		return toNanos - fromNanos > 2.5 * this.nanos;
	}

}

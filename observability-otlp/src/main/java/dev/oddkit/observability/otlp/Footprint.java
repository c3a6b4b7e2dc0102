package dev.oddkit.observability.otlp;

import java.util.List;

/**
 * Estimates the heap that records take, on the high side, for a 64-bit JVM with
 * compressed references.
 */
final class Footprint {

	static final int REFERENCE = 4;

	static final int ARRAY = 16;

	static final int NUMBER = 24;

	static final int LIST = 40;

	static final int ATTRIBUTES = 40;

	static final int SPAN = 112;

	static final int EVENT = 32;

	static final int LINK = 24;

	static final int LOG = 88;

	static final int SERIES = 480;

	static final int POINT = 80;

	static final int EXEMPLAR = 48;

	private Footprint() {
	}

	static long of(String string) {
		int length = string.length();
		for (int i = 0; i < length; i++) {
			if (string.charAt(i) > 0xFF) {
				return 48 + 2L * length;
			}
		}
		return 48 + length;
	}

	static long of(PointValue value) {
		if (value instanceof HistogramValue histogram) {
			return 96 + of(histogram.bounds()) + of(histogram.counts());
		}
		if (value instanceof ExponentialHistogramValue histogram) {
			return 72 + of(histogram.positiveCounts()) + of(histogram.negativeCounts());
		}
		if (value instanceof SummaryValue summary) {
			return 112 + 88L * summary.quantiles().size();
		}
		return NUMBER;
	}

	static long of(List<? extends Number> numbers) {
		return LIST + 8L * numbers.size();
	}

}

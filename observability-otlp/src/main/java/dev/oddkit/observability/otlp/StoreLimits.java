package dev.oddkit.observability.otlp;

/**
 * How much a {@link TelemetryStore} keeps. Bytes are an estimate of the heap; half of
 * them are for spans, a quarter each for log records and for metrics. A trace may take a
 * tenth of the spans and of their bytes. Limits below one are refused.
 *
 * @param maxTraces the number of traces
 * @param maxSpans the number of spans of all traces
 * @param maxLogs the number of log records
 * @param maxSeries the number of metric series
 * @param pointsPerSeries the number of points of one series
 * @param maxBytes the estimated bytes of everything
 */
public record StoreLimits(int maxTraces, int maxSpans, int maxLogs, int maxSeries, int pointsPerSeries, long maxBytes) {

	/**
	 * Creates limits.
	 * @param maxTraces the number of traces
	 * @param maxSpans the number of spans of all traces
	 * @param maxLogs the number of log records
	 * @param maxSeries the number of metric series
	 * @param pointsPerSeries the number of points of one series
	 * @param maxBytes the estimated bytes of everything
	 */
	public StoreLimits {
		requirePositive("maxTraces", maxTraces);
		requirePositive("maxSpans", maxSpans);
		requirePositive("maxLogs", maxLogs);
		requirePositive("maxSeries", maxSeries);
		requirePositive("pointsPerSeries", pointsPerSeries);
		requirePositive("maxBytes", maxBytes);
	}

	/**
	 * Returns limits that fit a JVM with a heap of 128 MiB.
	 * @return the limits
	 */
	public static StoreLimits defaults() {
		return new StoreLimits(5_000, 50_000, 20_000, 5_000, 120, 64L * 1024 * 1024);
	}

	int spansPerTrace() {
		return Math.max(1, this.maxSpans / 10);
	}

	long traceBytes() {
		return this.maxBytes / 2;
	}

	long bytesPerTrace() {
		return traceBytes() / 10;
	}

	long logBytes() {
		return this.maxBytes / 4;
	}

	long metricBytes() {
		return this.maxBytes / 4;
	}

	private static void requirePositive(String name, long value) {
		if (value < 1) {
			throw new IllegalArgumentException(name + " is " + value + "; it must be at least 1");
		}
	}

}

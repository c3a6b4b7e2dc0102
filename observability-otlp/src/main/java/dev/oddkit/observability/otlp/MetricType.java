package dev.oddkit.observability.otlp;

/**
 * The shape of a metric's points.
 */
public enum MetricType {

	/**
	 * Current values.
	 */
	GAUGE,

	/**
	 * Totals or changes of totals.
	 */
	SUM,

	/**
	 * Counts in buckets with explicit bounds.
	 */
	HISTOGRAM,

	/**
	 * Counts in buckets with exponential bounds.
	 */
	EXPONENTIAL_HISTOGRAM,

	/**
	 * Quantiles computed by the sender.
	 */
	SUMMARY

}

package dev.oddkit.observability.otlp;

/**
 * What a point's value covers.
 */
public enum Temporality {

	/**
	 * Not said, or meaningless for the type.
	 */
	UNSPECIFIED,

	/**
	 * The time since the previous point.
	 */
	DELTA,

	/**
	 * The time since the start of the series.
	 */
	CUMULATIVE

}

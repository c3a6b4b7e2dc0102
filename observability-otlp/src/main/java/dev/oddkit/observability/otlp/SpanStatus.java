package dev.oddkit.observability.otlp;

/**
 * What the sender said about the outcome of a span.
 */
public enum SpanStatus {

	/**
	 * Nothing.
	 */
	UNSET,

	/**
	 * The operation succeeded by the word of the application.
	 */
	OK,

	/**
	 * The operation failed.
	 */
	ERROR

}

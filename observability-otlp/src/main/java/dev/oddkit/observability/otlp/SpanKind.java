package dev.oddkit.observability.otlp;

/**
 * The role of a span between processes; an unknown or missing kind counts as
 * {@link #INTERNAL}.
 */
public enum SpanKind {

	/**
	 * Work inside one process.
	 */
	INTERNAL,

	/**
	 * The answering side of a call.
	 */
	SERVER,

	/**
	 * The calling side of a call.
	 */
	CLIENT,

	/**
	 * The sending side of a message.
	 */
	PRODUCER,

	/**
	 * The receiving side of a message.
	 */
	CONSUMER

}

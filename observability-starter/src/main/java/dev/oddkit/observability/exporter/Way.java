package dev.oddkit.observability.exporter;

/**
 * Where a signal goes.
 */
enum Way {

	/**
	 * To the endpoint.
	 */
	OTLP,

	/**
	 * To the console, item by item: for the desk, not for production.
	 */
	CONSOLE,

	/**
	 * Nowhere; exporters that are beans of the application's receive it all the same.
	 */
	NONE

}

package dev.oddkit.observability.exporter;

import java.util.Locale;

/**
 * Why an item of telemetry did not arrive.
 */
enum LossReason {

	/**
	 * More was emitted than the queue holds.
	 */
	QUEUE_FULL,

	/**
	 * There was no connection: refused, reset, unknown host, failed handshake.
	 */
	UNREACHABLE,

	/**
	 * There was no answer within the timeout of an export.
	 */
	TIMEOUT,

	/**
	 * The backend asked for less (429).
	 */
	THROTTLED,

	/**
	 * The backend had an error of its own (5xx).
	 */
	UNAVAILABLE,

	/**
	 * The backend refused the whole export (4xx): a repetition would not help.
	 */
	REJECTED,

	/**
	 * The backend took the export, but not these items.
	 */
	PARTIAL_SUCCESS,

	/**
	 * An exporter that is not ours failed.
	 */
	FAILED,

	/**
	 * The application ended first.
	 */
	SHUTDOWN;

	/**
	 * Return the reason as it stands in meters and in the endpoint.
	 * @return the name in lower case
	 */
	String key() {
		return name().toLowerCase(Locale.ROOT);
	}

}

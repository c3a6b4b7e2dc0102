package dev.oddkit.observability.exporter;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What a backend answered to one attempt, in whichever protocol.
 */
interface Reply {

	/**
	 * Return whether the backend took the export, perhaps not all of its items.
	 * @return whether it is a success
	 */
	boolean isSuccess();

	/**
	 * Return whether the OTLP specification has clients repeat the export.
	 * @return whether a repetition may help
	 */
	boolean isRetryable();

	/**
	 * Return why the items of a failed export are lost.
	 * @return the reason
	 */
	LossReason reason();

	/**
	 * Return the wait that the backend asks for.
	 * @return the wait as it was asked for, or {@code null}
	 */
	@Nullable Duration retryAfter();

	/**
	 * Return the message of a success.
	 * @return an export response in protobuf
	 */
	byte[] message();

	/**
	 * Say status and message of a failure.
	 * @return one line
	 */
	String describe();

}

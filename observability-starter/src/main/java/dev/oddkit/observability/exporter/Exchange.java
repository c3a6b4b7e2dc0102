package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * Sends the bytes of an export, once for each attempt.
 *
 * @param <R> what the backend replies
 */
@FunctionalInterface
interface Exchange<R extends Reply> {

	/**
	 * Make an attempt.
	 * @return the reply; cancelling it gives the attempt up
	 * @throws IOException if there is something that cannot be sent
	 */
	CompletableFuture<R> attempt() throws IOException;

}

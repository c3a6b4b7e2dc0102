package dev.oddkit.observability.otlp;

import java.io.IOException;
import java.time.Duration;

/**
 * Receives OTLP over HTTP at {@code /v1/traces}, {@code /v1/logs} and {@code /v1/metrics}
 * and hands decoded records to a consumer. It refuses gRPC, and whatever exceeds its
 * limits.
 */
public final class OtlpReceiver implements AutoCloseable {

	private OtlpReceiver() {
	}

	/**
	 * Starts to build a receiver.
	 * @param consumer who gets the records
	 * @return the builder
	 */
	public static Builder builder(TelemetryConsumer consumer) {
		return new Builder(consumer);
	}

	/**
	 * Binds the port and starts to serve.
	 * @return this receiver
	 * @throws IOException when the port cannot be bound
	 */
	public OtlpReceiver start() throws IOException {
		throw new UnsupportedOperationException();
	}

	/**
	 * Returns the port.
	 * @return the port that was bound
	 */
	public int port() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Returns the base URL for exporters.
	 * @return for example {@code http://127.0.0.1:4318}
	 */
	public String endpoint() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Returns what was let in and what was refused.
	 * @return the counts since the start
	 */
	public ReceiverStats stats() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Refuses new requests, lets running ones finish for a short while and frees the
	 * port.
	 */
	@Override
	public void close() {
	}

	/**
	 * Collects the settings of a receiver; each has a default.
	 */
	public static final class Builder {

		private final TelemetryConsumer consumer;

		Builder(TelemetryConsumer consumer) {
			this.consumer = consumer;
		}

		/**
		 * Sets the address to bind.
		 * @param host a name or address; default {@code 127.0.0.1}
		 * @return this builder
		 */
		public Builder host(String host) {
			return this;
		}

		/**
		 * Sets the port to bind.
		 * @param port the port, 0 for any free one; default 0
		 * @return this builder
		 */
		public Builder port(int port) {
			return this;
		}

		/**
		 * Sets how large a body may be as sent.
		 * @param bytes the bytes; default 8 MiB
		 * @return this builder
		 */
		public Builder maxBodyBytes(int bytes) {
			return this;
		}

		/**
		 * Sets how large a body may be once decompressed.
		 * @param bytes the bytes; default 16 MiB
		 * @return this builder
		 */
		public Builder maxDecodedBytes(int bytes) {
			return this;
		}

		/**
		 * Sets how many requests are served at once; others wait.
		 * @param requests the number; default 16
		 * @return this builder
		 */
		public Builder maxConcurrentRequests(int requests) {
			return this;
		}

		/**
		 * Sets how long a client may take to send a request.
		 * @param timeout the time; default 10 seconds
		 * @return this builder
		 */
		public Builder requestTimeout(Duration timeout) {
			return this;
		}

		/**
		 * Sets whether requests must name this machine in their Host header, which keeps
		 * web pages of others out.
		 * @param check whether to check; default {@code false}
		 * @return this builder
		 */
		public Builder checkHost(boolean check) {
			return this;
		}

		/**
		 * Builds the receiver; it does not serve yet.
		 * @return the receiver
		 */
		public OtlpReceiver build() {
			throw new UnsupportedOperationException(this.consumer.toString());
		}

	}

}

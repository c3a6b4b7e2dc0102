package dev.oddkit.observability.otlp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * Receives OTLP over HTTP at {@code /v1/traces}, {@code /v1/logs} and {@code /v1/metrics}
 * and hands decoded records to a consumer. It refuses gRPC, and whatever exceeds its
 * limits.
 */
public final class OtlpReceiver implements AutoCloseable {

	private static final int BACKLOG = 128;

	private static final int MAX_BYTES = 256 * 1024 * 1024;

	private static final Duration MIN_TIMEOUT = Duration.ofMillis(10);

	private static final Duration MAX_TIMEOUT = Duration.ofHours(1);

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final Builder settings;

	private final Gate gate = new Gate();

	private final ReceiverCounters counters = new ReceiverCounters();

	private @Nullable HttpServer server;

	private int port;

	private @Nullable Workers workers;

	private @Nullable Watchdog watchdog;

	private OtlpReceiver(Builder settings) {
		this.settings = settings;
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
	public synchronized OtlpReceiver start() throws IOException {
		if (this.server != null) {
			throw new IllegalStateException("The receiver was started before; build another one");
		}
		HttpServer server = bind();
		this.watchdog = new Watchdog(this.settings.requestTimeout, () -> this.counters.rejected(Rejection.TIMED_OUT));
		this.workers = new Workers(this.settings.maxConcurrentRequests, this.watchdog,
				() -> this.counters.rejected(Rejection.BUSY));
		HostCheck hostCheck = this.settings.checkHost ? new HostCheck(this.settings.host) : null;
		server.createContext("/",
				new OtlpHandler(new Intake(this.settings.consumer),
						new BodyLimits(this.settings.maxBodyBytes, this.settings.maxDecodedBytes), hostCheck, this.gate,
						this.watchdog, this.counters));
		server.setExecutor(this.workers);
		server.start();
		this.server = server;
		this.port = server.getAddress().getPort();
		return this;
	}

	private HttpServer bind() throws IOException {
		try {
			return HttpServer.create(new InetSocketAddress(this.settings.host, this.settings.port), BACKLOG);
		}
		catch (IOException ex) {
			throw new IOException("Cannot listen on " + this.settings.host + ":" + this.settings.port + ": "
					+ ex.getMessage() + "; choose another port (0 for any free one) or host", ex);
		}
	}

	/**
	 * Returns the port.
	 * @return the port that was bound
	 */
	public synchronized int port() {
		if (this.server == null) {
			throw new IllegalStateException("The receiver has no port yet; start it first");
		}
		return this.port;
	}

	/**
	 * Returns the base URL for exporters.
	 * @return for example {@code http://127.0.0.1:4318}
	 */
	public String endpoint() {
		String host = this.settings.host;
		return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
	}

	/**
	 * Returns what was let in and what was refused.
	 * @return the counts since the start
	 */
	public ReceiverStats stats() {
		return this.counters.snapshot();
	}

	/**
	 * Refuses new requests, lets running ones finish for a short while and frees the
	 * port.
	 */
	@Override
	public synchronized void close() {
		if (this.server == null || this.workers == null || this.watchdog == null) {
			return;
		}
		this.gate.close(PATIENCE);
		this.server.stop(0);
		this.workers.close();
		this.watchdog.close();
	}

	/**
	 * Collects the settings of a receiver; each has a default.
	 */
	public static final class Builder {

		private final TelemetryConsumer consumer;

		private String host = "127.0.0.1";

		private int port;

		private int maxBodyBytes = 8 * 1024 * 1024;

		private int maxDecodedBytes = 16 * 1024 * 1024;

		private int maxConcurrentRequests = 16;

		private Duration requestTimeout = Duration.ofSeconds(10);

		private boolean checkHost;

		Builder(TelemetryConsumer consumer) {
			this.consumer = consumer;
		}

		/**
		 * Sets the address to bind.
		 * @param host a name or address; default {@code 127.0.0.1}
		 * @return this builder
		 */
		public Builder host(String host) {
			this.host = host;
			return this;
		}

		/**
		 * Sets the port to bind.
		 * @param port the port, 0 for any free one; default 0
		 * @return this builder
		 */
		public Builder port(int port) {
			this.port = inRange("port", port, 0, 65_535);
			return this;
		}

		/**
		 * Sets how large a body may be as sent.
		 * @param bytes the bytes; default 8 MiB
		 * @return this builder
		 */
		public Builder maxBodyBytes(int bytes) {
			this.maxBodyBytes = inRange("maxBodyBytes", bytes, 1, MAX_BYTES);
			return this;
		}

		/**
		 * Sets how large a body may be once decompressed.
		 * @param bytes the bytes; default 16 MiB
		 * @return this builder
		 */
		public Builder maxDecodedBytes(int bytes) {
			this.maxDecodedBytes = inRange("maxDecodedBytes", bytes, 1, MAX_BYTES);
			return this;
		}

		/**
		 * Sets how many requests are served at once; others wait.
		 * @param requests the number; default 16
		 * @return this builder
		 */
		public Builder maxConcurrentRequests(int requests) {
			this.maxConcurrentRequests = inRange("maxConcurrentRequests", requests, 1, 1_000);
			return this;
		}

		/**
		 * Sets how long a client may take to send a request.
		 * @param timeout the time; default 10 seconds
		 * @return this builder
		 */
		public Builder requestTimeout(Duration timeout) {
			if (timeout.compareTo(MIN_TIMEOUT) < 0 || timeout.compareTo(MAX_TIMEOUT) > 0) {
				throw new IllegalArgumentException(
						"requestTimeout is " + timeout + "; it must be from " + MIN_TIMEOUT + " to " + MAX_TIMEOUT);
			}
			this.requestTimeout = timeout;
			return this;
		}

		/**
		 * Sets whether requests must name this machine in their Host header, which keeps
		 * web pages of others out.
		 * @param check whether to check; default {@code false}
		 * @return this builder
		 */
		public Builder checkHost(boolean check) {
			this.checkHost = check;
			return this;
		}

		/**
		 * Builds the receiver; it does not serve yet.
		 * @return the receiver
		 */
		public OtlpReceiver build() {
			return new OtlpReceiver(this);
		}

		private static int inRange(String name, int value, int min, int max) {
			if (value < min || value > max) {
				throw new IllegalArgumentException(name + " is " + value + "; it must be from " + min + " to " + max);
			}
			return value;
		}

	}

}

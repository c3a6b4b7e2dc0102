package dev.oddkit.observability.otlp;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import org.jspecify.annotations.Nullable;

/**
 * Serves one request: reads it within the limits, hands it over and answers. Each request
 * that gets no success is counted by its reason.
 */
final class OtlpHandler implements HttpHandler {

	private static final Logger logger = System.getLogger(OtlpReceiver.class.getName());

	/**
	 * How much of a refused body is read, so that the client gets to reading the answer.
	 */
	private static final int MAX_DISCARDED = 64 * 1024 * 1024;

	private final Intake intake;

	private final BodyLimits limits;

	private final MemoryBudget budget;

	private final @Nullable HostCheck hostCheck;

	private final Gate gate;

	private final Watchdog watchdog;

	private final ReceiverCounters counters;

	private final AtomicBoolean consumerFailed = new AtomicBoolean();

	OtlpHandler(Intake intake, BodyLimits limits, @Nullable HostCheck hostCheck, Gate gate, Watchdog watchdog,
			ReceiverCounters counters) {
		this.intake = intake;
		this.limits = limits;
		this.budget = new MemoryBudget(limits.allRequests());
		this.hostCheck = hostCheck;
		this.gate = gate;
		this.watchdog = watchdog;
		this.counters = counters;
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		boolean inside = this.gate.enter();
		try (exchange) {
			Answer answer = inside ? answer(exchange)
					: reject(exchange, Rejection.BUSY, "The receiver is closing; send this again later");
			if (answer.status() != 200) {
				discard(exchange.getRequestBody());
			}
			answer.send(exchange);
		}
		finally {
			if (inside) {
				this.gate.leave();
			}
		}
	}

	private Answer answer(HttpExchange exchange) throws IOException {
		try {
			if (this.hostCheck != null) {
				this.hostCheck.check(exchange.getRequestHeaders().getFirst("Host"));
			}
			return take(exchange, RequestHead.of(exchange, this.limits));
		}
		catch (RejectedRequestException ex) {
			return reject(exchange, ex.reason(), String.valueOf(ex.getMessage()));
		}
	}

	private Answer take(HttpExchange exchange, RequestHead head) throws IOException {
		try (Reservation reservation = new Reservation(this.budget)) {
			Body body = new Body(exchange.getRequestBody(), this.limits, reservation);
			byte[] bytes = read(body, head);
			this.watchdog.release();
			Delivery delivery = this.intake.take(head.signal(), head.mediaType(), bytes, reservation);
			this.counters.accepted(head.signal(), delivery, body.bytesSent());
			return Answer.success(head.signal(), head.mediaType(), delivery);
		}
		catch (RejectedRequestException | IOException ex) {
			throw ex;
		}
		catch (RuntimeException | Error ex) {
			Level level = this.consumerFailed.compareAndSet(false, true) ? Level.WARNING : Level.DEBUG;
			logger.log(level, "Telemetry could not be taken; further failures are only counted", ex);
			return reject(exchange, Rejection.CONSUMER_FAILED, "The receiver failed to take the request");
		}
		finally {
			this.watchdog.watch();
		}
	}

	private byte[] read(Body body, RequestHead head) throws IOException {
		try {
			return body.read(head);
		}
		catch (IOException ex) {
			if (!this.watchdog.release()) {
				this.counters.rejected(Rejection.DISCONNECTED);
			}
			throw ex;
		}
	}

	private Answer reject(HttpExchange exchange, Rejection reason, String message) {
		this.counters.rejected(reason);
		return Answer.failure(reason, message, exchange);
	}

	private static void discard(InputStream body) throws IOException {
		byte[] buffer = new byte[8 * 1024];
		int discarded = 0;
		for (int read = 0; read >= 0 && discarded < MAX_DISCARDED; read = body.read(buffer)) {
			discarded += read;
		}
	}

}

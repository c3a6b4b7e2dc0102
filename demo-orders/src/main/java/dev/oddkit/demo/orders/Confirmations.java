package dev.oddkit.demo.orders;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells the customer, after the commit and on another thread, in the trace of the order.
 * The order never waits for it.
 */
@Component
class Confirmations {

	private static final Logger logger = LoggerFactory.getLogger(Confirmations.class);

	private final OrderBook book;

	private final OrdersTelemetry telemetry;

	Confirmations(OrderBook book, OrdersTelemetry telemetry) {
		this.book = book;
		this.telemetry = telemetry;
	}

	@Async
	@TransactionalEventListener
	void send(OrderConfirmed event) {
		this.telemetry.confirmation(event.orderId(), () -> {
			this.book.confirmationSent(event.orderId());
			logger.info("Confirmation of order {} sent", event.orderId());
		});
	}

}

package dev.oddkit.demo.orders;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every minute for orders that have been pending for longer than that, and speaks
 * only when their number changed.
 */
@Component
class PendingOrders {

	private static final Logger logger = LoggerFactory.getLogger(PendingOrders.class);

	private final AtomicInteger known = new AtomicInteger();

	private final OrderList orders;

	PendingOrders(OrderList orders) {
		this.orders = orders;
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void count() {
		int pending = this.orders.pendingSince(OffsetDateTime.now(Clock.systemUTC()).minusMinutes(1));
		if (this.known.getAndSet(pending) != pending) {
			logger.warn("{} orders wait for a word from inventory", pending);
		}
	}

}

package dev.oddkit.demo.orders;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes orders, each step in a transaction of its own so that none is open while another
 * service is asked. Only a pending order can be confirmed or rejected.
 */
@Repository
class OrderBook {

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	OrderBook(JdbcClient jdbc, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.events = events;
	}

	@Transactional
	void open(UUID id, NewOrder order) {
		this.jdbc.sql("insert into orders (id, customer, status, created_at) values (?, ?, 'PENDING', ?)")
			.params(id, order.customer(), OffsetDateTime.now(Clock.systemUTC()))
			.update();
		this.jdbc.sql("insert into order_item (order_id, sku, quantity) values (?, ?, ?)")
			.params(id, order.sku(), order.quantity())
			.update();
	}

	@Transactional
	void confirm(UUID id, String sku, BigDecimal unitPrice) {
		this.jdbc.sql("update order_item set unit_price = ? where order_id = ? and sku = ?")
			.params(unitPrice, id, sku)
			.update();
		this.jdbc.sql("update orders set status = 'CONFIRMED' where id = ? and status = 'PENDING'").param(id).update();
		this.events.publishEvent(new OrderConfirmed(id));
	}

	@Transactional
	void reject(UUID id, String reason) {
		this.jdbc.sql("update orders set status = 'REJECTED', reason = ? where id = ? and status = 'PENDING'")
			.params(reason, id)
			.update();
	}

	@Transactional
	void confirmationSent(UUID id) {
		this.jdbc.sql("insert into confirmation (order_id, sent_at) values (?, ?)")
			.params(id, OffsetDateTime.now(Clock.systemUTC()))
			.update();
	}

}

package dev.oddkit.demo.inventory;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes items from the shelf for an order. Asked twice for the same order it answers the
 * same and takes nothing more; a different wish for that order is refused.
 */
@Service
class Reservations {

	private static final Logger logger = LoggerFactory.getLogger(Reservations.class);

	private final JdbcClient jdbc;

	private final Stock stock;

	Reservations(JdbcClient jdbc, Stock stock) {
		this.jdbc = jdbc;
		this.stock = stock;
	}

	@Transactional
	Reservation reserve(ReservationRequest request) {
		Product product = this.stock.product(request.sku());
		Reservation reservation = new Reservation(request.orderId(), request.sku(), request.quantity(),
				product.price());
		if (!insert(reservation)) {
			return existing(request);
		}
		if (!this.stock.take(request.sku(), request.quantity())) {
			int available = this.stock.product(request.sku()).available();
			logger.info("Out of stock: {} of {} wanted, {} on the shelf", request.quantity(), request.sku(), available);
			throw Refusal.outOfStock(request.sku(), request.quantity(), available);
		}
		logger.info("Reserved {} of {} for order {}", request.quantity(), request.sku(), request.orderId());
		return reservation;
	}

	private boolean insert(Reservation reservation) {
		return this.jdbc.sql("""
				insert into reservation (order_id, sku, quantity, unit_price) values (?, ?, ?, ?)
				on conflict do nothing""")
			.params(reservation.orderId(), reservation.sku(), reservation.quantity(), reservation.unitPrice())
			.update() == 1;
	}

	private Reservation existing(ReservationRequest request) {
		Reservation reservation = this.jdbc
			.sql("select order_id, sku, quantity, unit_price from reservation where order_id = ?")
			.param(request.orderId())
			.query(Reservation.class)
			.single();
		if (!reservation.isFor(request)) {
			throw Refusal.alreadyReserved(request.orderId());
		}
		return reservation;
	}

}

package dev.oddkit.demo.orders;

import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Takes an order from the request to confirmed or rejected. If inventory fails the order
 * stays pending: the items may be reserved or not.
 */
@Service
class OrderProcess {

	private static final Logger logger = LoggerFactory.getLogger(OrderProcess.class);

	private final OrderBook book;

	private final OrderList orders;

	private final InventoryClient inventory;

	private final OrdersTelemetry telemetry;

	OrderProcess(OrderBook book, OrderList orders, InventoryClient inventory, OrdersTelemetry telemetry) {
		this.book = book;
		this.orders = orders;
		this.inventory = inventory;
		this.telemetry = telemetry;
	}

	Order place(NewOrder wish) {
		UUID id = UUID.randomUUID();
		return this.telemetry.processOrder(id, () -> process(id, wish));
	}

	private Order process(UUID id, NewOrder wish) {
		this.book.open(id, wish);
		logger.info("Order {} of {}: {} x {}", id, wish.customer(), wish.quantity(), wish.sku());
		try {
			InventoryClient.Reservation reservation = this.inventory
				.reserve(new InventoryClient.Wish(id, wish.sku(), wish.quantity()));
			this.book.confirm(id, wish.sku(), reservation.unitPrice());
		}
		catch (HttpClientErrorException ex) {
			Refusal refusal = Refusal.byInventory(id, ex);
			this.book.reject(id, refusal.reason());
			logger.info("Order {} rejected: {}", id, refusal.reason());
			throw refusal;
		}
		Order order = this.orders.find(id).orElseThrow();
		this.telemetry.sold(order.total());
		return order;
	}

}

package dev.oddkit.demo.gateway;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

/**
 * Passes an order on, and counts how it went.
 */
@Service
public class Checkout {

	private static final Logger logger = LoggerFactory.getLogger(Checkout.class);

	private final OrdersClient orders;

	private final GatewayTelemetry telemetry;

	Checkout(OrdersClient orders, GatewayTelemetry telemetry) {
		this.orders = orders;
		this.telemetry = telemetry;
	}

	/**
	 * Places an order.
	 * @param order what is wanted
	 * @return the confirmed order
	 */
	public OrdersClient.Order place(OrdersClient.NewOrder order) {
		return this.telemetry.checkout(() -> {
			logger.info("{} checks out: {} x {}", order.customer(), order.quantity(), order.sku());
			return this.orders.place(order);
		});
	}

}

package dev.oddkit.demo.gateway;

import org.springframework.stereotype.Service;

/**
 * Passes an order on, and counts how it went.
 */
@Service
public class Checkout {

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
		return this.telemetry.checkout(() -> this.orders.place(order));
	}

}

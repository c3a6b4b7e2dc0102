package dev.oddkit.demo.orders;

import java.math.BigDecimal;
import java.util.UUID;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What orders asks of inventory.
 */
public interface InventoryClient {

	/**
	 * Takes items from the shelf.
	 * @param wish what to take, and for which order
	 * @return the items and their price
	 */
	@PostExchange("/reservations")
	Reservation reserve(@RequestBody Wish wish);

	/**
	 * Fails, on purpose.
	 */
	@PostExchange("/faults/failure")
	void failure();

	/**
	 * Items wanted for an order.
	 *
	 * @param orderId the order
	 * @param sku the code of the product
	 * @param quantity how many
	 */
	record Wish(UUID orderId, String sku, int quantity) {

	}

	/**
	 * Items taken for an order.
	 *
	 * @param unitPrice euros for one
	 */
	record Reservation(BigDecimal unitPrice) {

	}

}

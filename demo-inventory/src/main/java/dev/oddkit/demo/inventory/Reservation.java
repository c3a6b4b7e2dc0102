package dev.oddkit.demo.inventory;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * Items taken from the shelf for an order, at the price of that moment.
 *
 * @param orderId the order
 * @param sku the code of the product
 * @param quantity how many
 * @param unitPrice euros for one
 */
record Reservation(UUID orderId, String sku, int quantity, BigDecimal unitPrice) {

	boolean isFor(ReservationRequest request) {
		return this.sku.equals(request.sku()) && this.quantity == request.quantity();
	}

}

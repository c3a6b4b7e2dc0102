package dev.oddkit.demo.gateway;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What the gateway asks of orders.
 */
public interface OrdersClient {

	/**
	 * Places an order.
	 * @param order what is wanted
	 * @return the confirmed order
	 */
	@PostExchange("/orders")
	Order place(@RequestBody NewOrder order);

	/**
	 * Reads the newest orders, all in one query.
	 * @param limit how many at most
	 * @return the orders
	 */
	@GetExchange("/orders")
	List<Order> newest(@RequestParam int limit);

	/**
	 * Reads an order.
	 * @param id its number
	 * @return the order
	 */
	@GetExchange("/orders/{id}")
	Order one(@PathVariable UUID id);

	/**
	 * Reads the newest orders with a query for each.
	 * @return the orders
	 */
	@GetExchange("/faults/n-plus-one")
	List<Order> chatty();

	/**
	 * Fails in inventory, on purpose.
	 */
	@PostExchange("/faults/failure")
	void failure();

	/**
	 * What a customer wants; orders decides whether it is valid.
	 *
	 * @param customer who it is for
	 * @param sku the code of the product
	 * @param quantity how many
	 */
	record NewOrder(@Nullable String customer, @Nullable String sku, int quantity) {

	}

	/**
	 * An order as it stands.
	 *
	 * @param id its number
	 * @param customer who it is for
	 * @param status how far it has come
	 * @param reason why it was rejected
	 * @param createdAt when it came in
	 * @param confirmationSentAt when the customer was told
	 * @param items what was ordered
	 * @param total euros
	 */
	record Order(UUID id, String customer, String status, @Nullable String reason, Instant createdAt,
			@Nullable Instant confirmationSentAt, List<Item> items, BigDecimal total) {

	}

	/**
	 * A line of an order.
	 *
	 * @param sku the code of the product
	 * @param quantity how many
	 * @param unitPrice euros for one
	 */
	record Item(String sku, int quantity, @Nullable BigDecimal unitPrice) {

	}

}

package dev.oddkit.demo.gateway.traffic;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import dev.oddkit.demo.gateway.Checkout;
import dev.oddkit.demo.gateway.InventoryClient;
import dev.oddkit.demo.gateway.OrdersClient;
import dev.oddkit.demo.gateway.traffic.TrafficCount.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/**
 * Orders one or two of something. When it is sold out, has it restocked so that the shop
 * never runs dry.
 */
@Component
class Customer {

	private static final Logger logger = LoggerFactory.getLogger(Customer.class);

	private static final List<String> NAMES = List.of("Ada", "Alan", "Barbara", "Dennis", "Donald", "Edsger", "Frances",
			"Grace", "Margaret", "Radia");

	private static final List<String> SKUS = List.of("BOOK-01", "LAMP-01", "MUG-01", "SOCK-01", "TEA-01", "VINYL-01");

	private static final int DELIVERY = 40;

	private final Checkout checkout;

	private final InventoryClient inventory;

	Customer(Checkout checkout, InventoryClient inventory) {
		this.checkout = checkout;
		this.inventory = inventory;
	}

	Outcome order() {
		String sku = oneOf(SKUS);
		try {
			this.checkout
				.place(new OrdersClient.NewOrder(oneOf(NAMES), sku, ThreadLocalRandom.current().nextInt(1, 3)));
			return Outcome.CONFIRMED;
		}
		catch (HttpClientErrorException ex) {
			return restock(sku);
		}
		catch (RuntimeException ex) {
			logger.debug("Order failed", ex);
			return Outcome.FAILED;
		}
	}

	private Outcome restock(String sku) {
		try {
			this.inventory.restock(new InventoryClient.Restock(sku, DELIVERY));
			return Outcome.REFUSED;
		}
		catch (RuntimeException ex) {
			logger.debug("Restock failed", ex);
			return Outcome.FAILED;
		}
	}

	private static String oneOf(List<String> values) {
		return values.get(ThreadLocalRandom.current().nextInt(values.size()));
	}

}

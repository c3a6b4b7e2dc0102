package dev.oddkit.demo.gateway;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What the gateway asks of inventory.
 */
public interface InventoryClient {

	/**
	 * Reads the products and what is on the shelf.
	 * @return the products
	 */
	@GetExchange("/products")
	List<Product> products();

	/**
	 * Puts items on the shelf.
	 * @param delivery what arrived
	 * @return what is on the shelf now
	 */
	@PostExchange("/restocks")
	StockLevel restock(@RequestBody Restock delivery);

	/**
	 * Locks the stock of a product for a while, on purpose.
	 * @param sku the code of the product
	 * @param millis for how long
	 */
	@PostExchange("/faults/stock-take")
	void stockTake(@RequestParam String sku, @RequestParam int millis);

	/**
	 * A product, its price in euros and how many are on the shelf.
	 *
	 * @param sku the code of the product
	 * @param name what it says on the label
	 * @param price euros for one
	 * @param available how many can be ordered
	 */
	record Product(String sku, String name, BigDecimal price, int available) {

	}

	/**
	 * A delivery for the shelf; inventory decides whether it is valid.
	 *
	 * @param sku the code of the product
	 * @param quantity how many arrived
	 */
	record Restock(@Nullable String sku, int quantity) {

	}

	/**
	 * How many of a product are on the shelf.
	 *
	 * @param sku the code of the product
	 * @param available how many can be ordered
	 */
	record StockLevel(String sku, int available) {

	}

}

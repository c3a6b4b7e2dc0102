package dev.oddkit.demo.gateway.faults;

import java.util.List;

import dev.oddkit.demo.gateway.Checkout;
import dev.oddkit.demo.gateway.InventoryClient;
import dev.oddkit.demo.gateway.InventoryClient.Product;
import dev.oddkit.demo.gateway.OrdersClient;
import dev.oddkit.demo.gateway.OrdersClient.NewOrder;
import dev.oddkit.demo.gateway.OrdersClient.Order;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * One endpoint for each way in which the shop can go wrong while somebody watches.
 */
@RestController
@RequestMapping("/api/faults")
class FaultsController {

	private static final String CUSTOMER = "Trouble";

	/** More than a shelf can hold. */
	private static final int TOO_MANY = 1000;

	private static final int LIST = 20;

	private final Checkout checkout;

	private final OrdersClient orders;

	private final InventoryClient inventory;

	FaultsController(Checkout checkout, OrdersClient orders, InventoryClient inventory) {
		this.checkout = checkout;
		this.orders = orders;
		this.inventory = inventory;
	}

	@PostMapping("/out-of-stock")
	Order outOfStock() {
		return this.checkout.place(new NewOrder(CUSTOMER, "VINYL-01", TOO_MANY));
	}

	@PostMapping("/validation")
	Order validation() {
		return this.checkout.place(new NewOrder("", "", 0));
	}

	@PostMapping("/slow")
	Order slow(@RequestParam(defaultValue = "2000") int millis) {
		String sku = this.inventory.products()
			.stream()
			.filter((product) -> product.available() > 0)
			.findFirst()
			.map(Product::sku)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT,
					"Everything is sold out. Restock something first."));
		this.inventory.stockTake(sku, millis);
		return this.checkout.place(new NewOrder(CUSTOMER, sku, 1));
	}

	@PostMapping("/failure")
	void failure() {
		this.orders.failure();
	}

	@PostMapping("/n-plus-one")
	Comparison chatty() {
		List<Order> joined = this.orders.newest(LIST);
		List<Order> chatty = this.orders.chatty();
		return new Comparison(joined.size(), 1, 1 + chatty.size());
	}

	/**
	 * The same list read twice.
	 *
	 * @param orders how many orders
	 * @param joinedQueries queries of the joined list
	 * @param chattyQueries queries of the list that asks for each order
	 */
	record Comparison(int orders, int joinedQueries, int chattyQueries) {

	}

}

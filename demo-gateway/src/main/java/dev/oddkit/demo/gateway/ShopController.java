package dev.oddkit.demo.gateway;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The REST API of the shop. It passes requests on and decides nothing itself.
 */
@RestController
@RequestMapping("/api")
class ShopController {

	private final Checkout checkout;

	private final OrdersClient orders;

	private final InventoryClient inventory;

	private final ShopProperties shop;

	ShopController(Checkout checkout, OrdersClient orders, InventoryClient inventory, ShopProperties shop) {
		this.checkout = checkout;
		this.orders = orders;
		this.inventory = inventory;
		this.shop = shop;
	}

	@GetMapping("/config")
	Map<String, String> config() {
		return (this.shop.grafanaUrl() != null)
				? Map.of("traceUrl", this.shop.traceUrl(), "grafanaUrl", this.shop.grafanaUrl().toString())
				: Map.of("traceUrl", this.shop.traceUrl());
	}

	@GetMapping("/products")
	List<InventoryClient.Product> products() {
		return this.inventory.products();
	}

	@PostMapping("/restocks")
	InventoryClient.StockLevel restock(@RequestBody InventoryClient.Restock delivery) {
		return this.inventory.restock(delivery);
	}

	@PostMapping("/orders")
	@ResponseStatus(HttpStatus.CREATED)
	OrdersClient.Order place(@RequestBody OrdersClient.NewOrder order) {
		return this.checkout.place(order);
	}

	@GetMapping("/orders")
	List<OrdersClient.Order> newest(@RequestParam(defaultValue = "20") int limit) {
		return this.orders.newest(limit);
	}

	@GetMapping("/orders/{id}")
	OrdersClient.Order one(@PathVariable UUID id) {
		return this.orders.one(id);
	}

}

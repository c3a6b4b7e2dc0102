package dev.oddkit.demo.orders.faults;

import java.util.List;

import dev.oddkit.demo.orders.InventoryClient;
import dev.oddkit.demo.orders.Order;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Fails through inventory, and reads orders the slow way, on demand.
 */
@RestController
@RequestMapping("/faults")
class FaultsController {

	private final InventoryClient inventory;

	private final ChattyOrderList orders;

	FaultsController(InventoryClient inventory, ChattyOrderList orders) {
		this.inventory = inventory;
		this.orders = orders;
	}

	@PostMapping("/failure")
	void failure() {
		this.inventory.failure();
	}

	@GetMapping("/n-plus-one")
	List<Order> chatty() {
		return this.orders.newest();
	}

}

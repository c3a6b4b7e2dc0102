package dev.oddkit.demo.orders;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The HTTP side of the order book. It refuses with a problem detail and decides nothing
 * itself.
 */
@RestController
@RequestMapping("/orders")
class OrdersController {

	private final OrderProcess process;

	private final OrderList orders;

	OrdersController(OrderProcess process, OrderList orders) {
		this.process = process;
		this.orders = orders;
	}

	@PostMapping
	ResponseEntity<Order> place(@Valid @RequestBody NewOrder wish) {
		Order order = this.process.place(wish);
		return ResponseEntity.created(URI.create("/orders/" + order.id())).body(order);
	}

	@GetMapping
	List<Order> newest(@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
		return this.orders.newest(limit);
	}

	@GetMapping("/{id}")
	Order one(@PathVariable UUID id) {
		return this.orders.find(id).orElseThrow(() -> Refusal.unknownOrder(id));
	}

}

package dev.oddkit.demo.inventory;

import java.util.List;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The HTTP side of the shelf: look, reserve, restock. It refuses with a problem detail
 * and decides nothing itself.
 */
@RestController
class InventoryController {

	private final Stock stock;

	private final Reservations reservations;

	private final InventoryTelemetry telemetry;

	InventoryController(Stock stock, Reservations reservations, InventoryTelemetry telemetry) {
		this.stock = stock;
		this.reservations = reservations;
		this.telemetry = telemetry;
	}

	@GetMapping("/products")
	List<Product> products() {
		return this.stock.products();
	}

	@GetMapping("/stock/{sku}")
	StockLevel stock(@PathVariable String sku) {
		return new StockLevel(sku, this.stock.product(sku).available());
	}

	@PostMapping("/reservations")
	@ResponseStatus(HttpStatus.CREATED)
	Reservation reserve(@Valid @RequestBody ReservationRequest request) {
		return this.telemetry.reservation(request.orderId(), () -> this.reservations.reserve(request));
	}

	@PostMapping("/restocks")
	StockLevel restock(@Valid @RequestBody Restock delivery) {
		this.stock.product(delivery.sku());
		if (!this.stock.put(delivery.sku(), delivery.quantity())) {
			throw Refusal.shelfFull(delivery.sku());
		}
		return stock(delivery.sku());
	}

}

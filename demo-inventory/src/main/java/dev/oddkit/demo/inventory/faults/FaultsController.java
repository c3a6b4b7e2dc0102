package dev.oddkit.demo.inventory.faults;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Breaks and slows inventory on demand.
 */
@RestController
@RequestMapping("/faults")
class FaultsController {

	private final StockTake stockTake;

	FaultsController(StockTake stockTake) {
		this.stockTake = stockTake;
	}

	@PostMapping("/failure")
	void failure() {
		throw new IllegalStateException("The shelf collapsed");
	}

	@PostMapping("/stock-take")
	void stockTake(@RequestParam String sku, @RequestParam(defaultValue = "2000") int millis) {
		this.stockTake.start(sku, millis);
	}

}

package dev.oddkit.demo.inventory;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A request that is understood and declined, for a reason that the caller can act on.
 */
final class Refusal extends ErrorResponseException {

	private Refusal(HttpStatus status, String title, String detail) {
		super(status, problem(status, title, detail), null);
	}

	static Refusal outOfStock(String sku, int wanted, int available) {
		return new Refusal(HttpStatus.CONFLICT, "Out of stock",
				"%d of %s wanted, %d on the shelf. Order fewer, or restock.".formatted(wanted, sku, available));
	}

	static Refusal shelfFull(String sku) {
		return new Refusal(HttpStatus.CONFLICT, "Shelf full",
				"The shelf for %s holds %d at most. Restock fewer.".formatted(sku, Stock.SHELF));
	}

	static Refusal alreadyReserved(UUID orderId) {
		return new Refusal(HttpStatus.CONFLICT, "Already reserved",
				"Order %s holds a different reservation. Use a new order.".formatted(orderId));
	}

	static Refusal unknownProduct(String sku) {
		return new Refusal(HttpStatus.NOT_FOUND, "Unknown product",
				"There is no product %s. GET /products lists them.".formatted(sku));
	}

	private static ProblemDetail problem(HttpStatus status, String title, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setTitle(title);
		return problem;
	}

}

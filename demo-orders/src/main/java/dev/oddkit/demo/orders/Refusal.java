package dev.oddkit.demo.orders;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.client.HttpClientErrorException;

/**
 * A request that is understood and declined, for a reason that the caller can act on.
 */
final class Refusal extends ErrorResponseException {

	private Refusal(HttpStatusCode status, ProblemDetail problem) {
		super(status, problem, null);
	}

	static Refusal unknownOrder(UUID id) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
				"There is no order " + id + ". GET /orders lists the newest.");
		problem.setTitle("Unknown order");
		return new Refusal(HttpStatus.NOT_FOUND, problem);
	}

	static Refusal byInventory(UUID id, HttpClientErrorException answer) {
		@Nullable ProblemDetail theirs = answer.getResponseBodyAs(ProblemDetail.class);
		boolean conflict = answer.getStatusCode().isSameCodeAs(HttpStatus.CONFLICT);
		HttpStatus status = conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, (theirs != null && theirs.getDetail() != null)
				? theirs.getDetail() : "Inventory answered " + answer.getStatusCode().value() + ".");
		problem.setTitle((theirs != null && theirs.getTitle() != null) ? theirs.getTitle() : "Declined by inventory");
		problem.setProperty("orderId", id);
		return new Refusal(status, problem);
	}

	String reason() {
		return String.valueOf(getBody().getDetail());
	}

}

package dev.oddkit.demo.gateway;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A service behind the gateway failed or did not answer: 502 or 504, never a 500.
 */
final class DownstreamException extends ErrorResponseException {

	DownstreamException(HttpStatus status, String detail, @Nullable Throwable cause) {
		super(status, ProblemDetail.forStatusAndDetail(status, detail), cause);
	}

	@Override
	public String getMessage() {
		return String.valueOf(getBody().getDetail());
	}

}

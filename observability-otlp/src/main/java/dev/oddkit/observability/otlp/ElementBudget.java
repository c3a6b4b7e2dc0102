package dev.oddkit.observability.otlp;

/**
 * Counts the parts of one request. Parts of two bytes become objects of fifty, so that a
 * limit on bytes alone would not bound memory.
 */
final class ElementBudget {

	private static final int MAX_ELEMENTS = 500_000;

	private int left = MAX_ELEMENTS;

	void take(int elements) {
		this.left -= elements;
		if (this.left < 0) {
			throw new RejectedRequestException(Rejection.DECODED_TOO_LARGE, "The request has more than " + MAX_ELEMENTS
					+ " messages and list elements; send it in smaller batches");
		}
	}

}

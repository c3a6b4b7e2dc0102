package dev.oddkit.observability.otlp;

/**
 * The part of the common budget that one request holds until it is answered. It counts
 * the parts of a body as well as its bytes, as parts of two bytes become objects of a
 * hundred.
 */
final class Reservation implements AutoCloseable {

	static final int MAX_ELEMENTS = 250_000;

	private static final int BYTES_PER_ELEMENT = 128;

	/**
	 * A byte is held in the body and again in the text that is made of it.
	 */
	private static final int COPIES = 2;

	private final MemoryBudget budget;

	private long held;

	private int elements;

	Reservation(MemoryBudget budget) {
		this.budget = budget;
	}

	/**
	 * Adds bytes of the body.
	 * @param bytes the bytes
	 */
	void bytes(long bytes) {
		hold(bytes * COPIES);
	}

	/**
	 * Adds messages and list elements of the body.
	 * @param count how many
	 */
	void elements(int count) {
		this.elements += count;
		if (this.elements > MAX_ELEMENTS) {
			throw new RejectedRequestException(Rejection.DECODED_TOO_LARGE,
					"The request has more than " + MAX_ELEMENTS + " messages and list elements; send smaller batches");
		}
		hold((long) count * BYTES_PER_ELEMENT);
	}

	private void hold(long bytes) {
		if (!this.budget.take(bytes)) {
			throw new RejectedRequestException(Rejection.BUSY,
					"The receiver is busy with other requests; send this one again in a second");
		}
		this.held += bytes;
	}

	@Override
	public void close() {
		this.budget.give(this.held);
	}

}

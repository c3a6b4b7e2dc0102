package dev.oddkit.observability.otlp;

/**
 * How large the body of a request may be.
 *
 * @param sent the bytes as sent
 * @param decoded the bytes once decompressed
 */
record BodyLimits(int sent, int decoded) {

	private static final long MIN_ALL_REQUESTS = 48L * 1024 * 1024;

	/**
	 * Returns the heap that all requests together may hold.
	 * @return the bytes, enough for the largest request alone
	 */
	long allRequests() {
		return Math.max(MIN_ALL_REQUESTS, 3L * this.decoded);
	}

	RejectedRequestException tooLarge() {
		return new RejectedRequestException(Rejection.BODY_TOO_LARGE,
				"The body is larger than the limit of " + this.sent + " bytes; send smaller batches, or use gzip");
	}

	RejectedRequestException tooLargeOnceDecoded() {
		return new RejectedRequestException(Rejection.DECODED_TOO_LARGE,
				"The decompressed body is larger than the limit of " + this.decoded + " bytes; send smaller batches");
	}

}

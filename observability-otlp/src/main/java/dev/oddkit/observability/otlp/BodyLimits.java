package dev.oddkit.observability.otlp;

/**
 * How large the body of a request may be.
 *
 * @param sent the bytes as sent
 * @param decoded the bytes once decompressed
 */
record BodyLimits(int sent, int decoded) {

	RejectedRequestException tooLarge() {
		return new RejectedRequestException(Rejection.BODY_TOO_LARGE,
				"The body is larger than the limit of " + this.sent + " bytes; send smaller batches, or use gzip");
	}

	RejectedRequestException tooLargeOnceDecoded() {
		return new RejectedRequestException(Rejection.DECODED_TOO_LARGE,
				"The decompressed body is larger than the limit of " + this.decoded + " bytes; send smaller batches");
	}

}

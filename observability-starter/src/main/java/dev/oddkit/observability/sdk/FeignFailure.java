package dev.oddkit.observability.sdk;

import feign.FeignException;
import feign.Request;
import feign.micrometer.FeignContext;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

/**
 * Carries what a client threw out of its observation, in the only type that lets the
 * observation end. Nobody else gets to see it.
 */
class FeignFailure extends FeignException {

	private static final long serialVersionUID = 1L;

	private final transient Exception thrown;

	FeignFailure(Request request, Exception thrown) {
		super(-1, thrown.getMessage(), request, thrown);
		this.thrown = thrown;
	}

	Exception thrown() {
		return this.thrown;
	}

	@Override
	public Throwable fillInStackTrace() {
		return this;
	}

	/**
	 * Tells the handlers behind it what the client threw.
	 */
	static final class Handler implements ObservationHandler<FeignContext> {

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof FeignContext;
		}

		@Override
		public void onError(FeignContext context) {
			if (context.getError() instanceof FeignFailure failure) {
				context.setError(failure.thrown());
			}
		}

	}

}

package dev.oddkit.observability.otlp;

/**
 * Says that a consumer did not take some records of a request. The sender gets a partial
 * success with the number and the reason, and does not send them again.
 */
public class TelemetryRefusedException extends RuntimeException {

	private final int refused;

	/**
	 * Creates an exception.
	 * @param refused the number of spans, log records or metric points that were not
	 * taken
	 * @param reason one sentence for the sender
	 */
	public TelemetryRefusedException(int refused, String reason) {
		super(reason);
		this.refused = refused;
	}

	/**
	 * Returns how many records were not taken.
	 * @return the number of spans, log records or metric points
	 */
	public int refused() {
		return this.refused;
	}

}

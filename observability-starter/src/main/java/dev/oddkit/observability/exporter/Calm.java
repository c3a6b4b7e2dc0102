package dev.oddkit.observability.exporter;

import java.time.Duration;

/**
 * Says whether an outage is really over. The first one ends with the first success; one
 * that returns within minutes has to stay away for longer each time, so that a backend
 * that fails every other time does not fill the log.
 */
class Calm {

	private static final Duration MEMORY = Duration.ofMinutes(5);

	private static final Duration FIRST = Duration.ofSeconds(10);

	private Duration required = Duration.ZERO;

	private long recovered;

	private long lastFailure;

	private boolean recoveredBefore;

	void failed(long now, boolean outageBegins) {
		this.lastFailure = now;
		if (!outageBegins) {
			return;
		}
		if (!this.recoveredBefore || now - this.recovered > MEMORY.toNanos()) {
			this.required = Duration.ZERO;
		}
		else {
			this.required = this.required.isZero() ? FIRST : this.required.multipliedBy(2);
			this.required = (this.required.compareTo(MEMORY) > 0) ? MEMORY : this.required;
		}
	}

	/**
	 * Decide about the end of an outage.
	 * @param now the time of a success
	 * @return whether the outage is over
	 */
	boolean isBack(long now) {
		if (now - this.lastFailure < this.required.toNanos()) {
			return false;
		}
		this.recovered = now;
		this.recoveredBefore = true;
		return true;
	}

}

package dev.oddkit.observability.console.metrics;

import java.util.OptionalDouble;

/**
 * A total without a distribution; it has no quantiles.
 *
 * @param count how many
 * @param sum the sum of them
 */
record Tally(double count, double sum) implements Amount {

	@Override
	public Amount plus(Amount other) {
		return new Tally(this.count + other.count(), this.sum + other.sum());
	}

	@Override
	public Amount minus(Amount earlier) {
		return new Tally(this.count - earlier.count(), this.sum - earlier.sum());
	}

	@Override
	public Amount times(double factor) {
		return new Tally(this.count * factor, this.sum * factor);
	}

	@Override
	public boolean restartedSince(Amount earlier) {
		return this.count < earlier.count();
	}

	@Override
	public OptionalDouble quantile(double q) {
		return OptionalDouble.empty();
	}

}

package dev.oddkit.observability.console.metrics;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Brings the gains of counters to a time grid, as amounts per second. A step of which
 * less than half is known stays empty.
 */
final class Rates {

	private final TimeGrid grid;

	private final @Nullable Amount[] perSecond;

	Rates(TimeGrid grid) {
		this.grid = grid;
		this.perSecond = new Amount[grid.size()];
	}

	/**
	 * Adds what one series gained.
	 */
	void add(List<Increase> increases) {
		int next = 0;
		for (int step = 0; step < this.grid.size(); step++) {
			long start = this.grid.start(step);
			long end = this.grid.end(step);
			while (next < increases.size() && increases.get(next).toNanos() <= start) {
				next++;
			}
			long known = 0;
			Amount gained = null;
			for (int i = next; i < increases.size() && increases.get(i).fromNanos() < end; i++) {
				Amount part = increases.get(i).within(start, end);
				gained = (gained != null) ? gained.plus(part) : part;
				known += increases.get(i).overlap(start, end);
			}
			if (gained != null && known * 2 >= this.grid.stepNanos()) {
				add(step, gained.times(1e9 / known));
			}
		}
	}

	void addAll(Rates other) {
		for (int step = 0; step < this.grid.size(); step++) {
			Amount amount = other.at(step);
			if (amount != null) {
				add(step, amount);
			}
		}
	}

	private void add(int step, Amount amount) {
		Amount present = this.perSecond[step];
		this.perSecond[step] = (present != null) ? present.plus(amount) : amount;
	}

	@Nullable Amount at(int step) {
		return this.perSecond[step];
	}

}

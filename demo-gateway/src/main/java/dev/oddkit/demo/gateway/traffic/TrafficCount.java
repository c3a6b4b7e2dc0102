package dev.oddkit.demo.gateway.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Counts the orders of one run by outcome and knows the rate of the last ten seconds.
 */
class TrafficCount {

	private static final Duration WINDOW = Duration.ofSeconds(10);

	private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);

	private final Deque<Instant> recent = new ArrayDeque<>();

	private final Instant start;

	TrafficCount(Instant start) {
		this.start = start;
	}

	synchronized void add(Outcome outcome, Instant now) {
		this.outcomes.merge(outcome, 1L, Long::sum);
		this.recent.addLast(now);
		forgetBefore(now.minus(WINDOW));
	}

	synchronized TrafficState state(boolean running, Instant now, @Nullable Instant endsAt) {
		forgetBefore(now.minus(WINDOW));
		Duration elapsed = Duration.between(this.start, now);
		long millis = Math.max(1000, Math.min(elapsed.toMillis(), WINDOW.toMillis()));
		double rate = running ? Math.round(this.recent.size() * 10_000d / millis) / 10d : 0;
		long placed = this.outcomes.values().stream().mapToLong(Long::longValue).sum();
		return new TrafficState(running, rate, placed, of(Outcome.CONFIRMED), of(Outcome.REFUSED), of(Outcome.FAILED),
				running ? endsAt : null);
	}

	private long of(Outcome outcome) {
		return this.outcomes.getOrDefault(outcome, 0L);
	}

	private void forgetBefore(Instant oldest) {
		while (!this.recent.isEmpty() && this.recent.peekFirst().isBefore(oldest)) {
			this.recent.removeFirst();
		}
	}

	/**
	 * What became of an order.
	 */
	enum Outcome {

		CONFIRMED, REFUSED, FAILED

	}

}

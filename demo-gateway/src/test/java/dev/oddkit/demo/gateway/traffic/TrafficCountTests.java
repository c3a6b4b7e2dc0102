package dev.oddkit.demo.gateway.traffic;

import java.time.Instant;

import dev.oddkit.demo.gateway.traffic.TrafficCount.Outcome;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rate and the counts of a run.
 */
class TrafficCountTests {

	private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

	private final TrafficCount count = new TrafficCount(START);

	@Test
	void rateIsThatOfTheLastTenSeconds() {
		for (int second = 1; second <= 60; second++) {
			this.count.add(Outcome.CONFIRMED, START.plusSeconds(second));
		}
		assertThat(rate(60)).isEqualTo(1.1);
		assertThat(rate(65)).isEqualTo(0.6);
		assertThat(rate(71)).isZero();
	}

	@Test
	void rateOfAYoungRunIsNotDiluted() {
		this.count.add(Outcome.CONFIRMED, START.plusSeconds(1));
		this.count.add(Outcome.CONFIRMED, START.plusSeconds(2));
		assertThat(rate(2)).isEqualTo(1.0);
	}

	@Test
	void countsEachOutcome() {
		this.count.add(Outcome.CONFIRMED, START);
		this.count.add(Outcome.CONFIRMED, START);
		this.count.add(Outcome.REFUSED, START);
		this.count.add(Outcome.FAILED, START);
		assertThat(this.count.state(false, START, null)).isEqualTo(new TrafficState(false, 0, 4, 2, 1, 1, null));
	}

	private double rate(int second) {
		Instant now = START.plusSeconds(second);
		return this.count.state(true, now, now).ordersPerSecond();
	}

}

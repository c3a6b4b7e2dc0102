package dev.oddkit.observability.sampling;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TraceCeilingTests {

	private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 500_000_000);

	@Test
	void admitsABurstOfOneSecondsWorth() {
		assertThat(admitted(ceiling(100), 500)).isEqualTo(100);
	}

	@Test
	void admitsTheRateAfterTheBurst() {
		TraceCeiling ceiling = ceiling(100);
		admitted(ceiling, 500);
		this.now.addAndGet(250_000_000);
		assertThat(admitted(ceiling, 500)).isEqualTo(25);
	}

	@Test
	void doesNotSaveMoreThanOneSecond() {
		TraceCeiling ceiling = ceiling(100);
		admitted(ceiling, 500);
		this.now.addAndGet(60_000_000_000L);
		assertThat(admitted(ceiling, 500)).isEqualTo(100);
	}

	@Test
	void admitsOneInTenSecondsAtATenthPerSecond() {
		TraceCeiling ceiling = ceiling(0.1);
		assertThat(admitted(ceiling, 5)).isEqualTo(1);
		this.now.addAndGet(9_000_000_000L);
		assertThat(admitted(ceiling, 5)).isZero();
		this.now.addAndGet(1_000_000_000L);
		assertThat(admitted(ceiling, 5)).isEqualTo(1);
	}

	@Test
	void admitsNoneAtZero() {
		assertThat(admitted(ceiling(0), 10)).isZero();
	}

	@Test
	void admitsAllWithoutALimit() {
		assertThat(admitted(ceiling(-1), 10_000)).isEqualTo(10_000);
	}

	private TraceCeiling ceiling(double perSecond) {
		return new TraceCeiling(perSecond, this.now::get);
	}

	private static int admitted(TraceCeiling ceiling, int attempts) {
		return (int) IntStream.range(0, attempts).filter((i) -> ceiling.admit()).count();
	}

}

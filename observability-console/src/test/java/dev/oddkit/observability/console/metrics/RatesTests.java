package dev.oddkit.observability.console.metrics;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link Rates}.
 */
class RatesTests {

	private final Rates rates = new Rates(new TimeGrid(1000, 10, 3));

	@Test
	void spreadsAGainEvenlyOverItsTime() {
		this.rates.add(List.of(gain(1000, 1020, 40), gain(1020, 1030, 50)));
		assertThat(this.rates.at(0)).isEqualTo(this.rates.at(1));
		assertThat(perNano(1)).isCloseTo(2, within(1e-9));
		assertThat(perNano(2)).isCloseTo(5, within(1e-9));
	}

	@Test
	void takesAStepThatIsMostlyKnownForTheWholeStep() {
		this.rates.add(List.of(gain(1004, 1010, 12), gain(1010, 1016, 18)));
		assertThat(perNano(0)).isCloseTo(2, within(1e-9));
		assertThat(perNano(1)).isCloseTo(3, within(1e-9));
	}

	@Test
	void leavesAStepEmptyOfWhichLittleIsKnown() {
		this.rates.add(List.of(gain(1006, 1010, 12)));
		assertThat(this.rates.at(0)).isNull();
		assertThat(this.rates.at(1)).isNull();
	}

	private double perNano(int step) {
		Amount amount = this.rates.at(step);
		assertThat(amount).isNotNull();
		return amount.count() / 1e9;
	}

	private static Increase gain(long from, long to, double amount) {
		return new Increase(from, to, new Tally(amount, amount));
	}

}

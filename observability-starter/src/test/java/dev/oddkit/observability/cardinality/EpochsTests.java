package dev.oddkit.observability.cardinality;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Epochs of a context that comes and goes.
 */
class EpochsTests {

	private final AtomicInteger last = new AtomicInteger();

	private final Epochs epochs = new Epochs(Duration.ofDays(1), () -> {
	}, this.last::incrementAndGet);

	private final GenericApplicationContext context = new GenericApplicationContext();

	EpochsTests() {
		this.context.registerBean(Epochs.class, () -> this.epochs);
	}

	@Test
	void theLastOneEndsWhenTheContextCloses() {
		this.context.refresh();
		this.context.close();
		assertThat(this.epochs.isRunning()).isFalse();
		assertThat(this.last).hasValue(1);
	}

	@Test
	void theyGoOnInAContextThatStartsAgain() {
		this.context.refresh();
		this.context.stop();
		assertThat(this.epochs.isRunning()).isFalse();
		this.context.start();
		assertThat(this.epochs.isRunning()).isTrue();
		this.context.close();
		assertThat(this.last).hasValue(2);
	}

}

package dev.oddkit.observability.otlp;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TelemetryStore} as a whole.
 */
class TelemetryStoreTests {

	private final TelemetryStore store = new TelemetryStore(StoreLimits.defaults());

	@Test
	void raisesTheRevisionAndCallsListenersOnEachChange() {
		AtomicInteger calls = new AtomicInteger();
		TelemetryStore.Registration registration = this.store.onChange(calls::incrementAndGet);
		long before = this.store.revision();
		this.store.spans(List.of(Samples.span("t", "1", "")));
		this.store.logs(List.of(Samples.log("x", "", 1)));
		this.store.metrics(List.of(Samples.gauge("stock", Map.of(), 1, 4)));
		this.store.clear();
		assertThat(calls).hasValue(4);
		assertThat(this.store.revision()).isEqualTo(before + 4);
		registration.close();
		this.store.logs(List.of(Samples.log("x", "", 1)));
		assertThat(calls).hasValue(4);
	}

	@Test
	void doesNotChangeWhenNothingArrives() {
		long before = this.store.revision();
		this.store.spans(List.of());
		this.store.logs(List.of());
		this.store.metrics(List.of());
		assertThat(this.store.revision()).isEqualTo(before);
	}

	@Test
	void callsListenersOutsideOfLocks() throws InterruptedException {
		AtomicInteger seen = new AtomicInteger();
		this.store.onChange(() -> {
			Thread reader = new Thread(() -> seen.set(this.store.traces().size()));
			reader.start();
			try {
				reader.join(20_000);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		});
		this.store.spans(List.of(Samples.span("t", "1", "")));
		assertThat(seen).hasValue(1);
	}

	@Test
	void survivesAListenerThatFails() {
		AtomicInteger calls = new AtomicInteger();
		this.store.onChange(() -> {
			throw new IllegalStateException("listener");
		});
		this.store.onChange(calls::incrementAndGet);
		this.store.spans(List.of(Samples.span("t", "1", "")));
		assertThat(calls).hasValue(1);
	}

	@Test
	void removesEverythingWhenClearedAndCountsIt() {
		this.store.spans(List.of(Samples.span("t", "1", "")));
		this.store.logs(List.of(Samples.log("x", "", 1)));
		this.store.metrics(List.of(Samples.gauge("stock", Map.of(), 1, 4)));
		this.store.clear();
		assertThat(this.store.traces()).isEmpty();
		assertThat(this.store.trace("t")).isEmpty();
		assertThat(this.store.logs()).isEmpty();
		assertThat(this.store.series()).isEmpty();
		StoreStats stats = this.store.stats();
		assertThat(stats.bytes()).isZero();
		assertThat(stats.traces().spansCleared()).isEqualTo(1);
		assertThat(stats.logs().cleared()).isEqualTo(1);
		assertThat(stats.metrics().pointsCleared()).isEqualTo(1);
		this.store.spans(List.of(Samples.span("t", "1", "")));
		assertThat(this.store.traces()).hasSize(1);
	}

	@Test
	void refusesLimitsBelowOne() {
		assertThatIllegalArgumentException().isThrownBy(() -> new StoreLimits(1, 0, 1, 1, 1, 1))
			.withMessage("maxSpans is 0; it must be at least 1");
	}

}

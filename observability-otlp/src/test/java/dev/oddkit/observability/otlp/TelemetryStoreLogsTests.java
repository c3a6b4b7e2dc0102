package dev.oddkit.observability.otlp;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the log records of {@link TelemetryStore}.
 */
class TelemetryStoreLogsTests {

	private final TelemetryStore store = new TelemetryStore(new StoreLimits(10, 10, 3, 10, 10, 400_000));

	@Test
	void listsTheNewestFirst() {
		this.store.logs(List.of(Samples.log("b", "", 2), Samples.log("c", "", 3), Samples.log("a", "", 1)));
		assertThat(this.store.logs()).extracting(LogRecord::body).containsExactly("c", "b", "a");
	}

	@Test
	void listsTheOneThatArrivedLastFirstAmongEqualTimes() {
		this.store.logs(List.of(Samples.log("first", "", 2), Samples.log("second", "", 2)));
		assertThat(this.store.logs()).extracting(LogRecord::body).containsExactly("second", "first");
	}

	@Test
	void listsThoseOfATraceInTheOrderOfTime() {
		this.store
			.logs(List.of(Samples.log("late", "t", 9), Samples.log("other", "u", 2), Samples.log("early", "t", 1)));
		assertThat(this.store.logs("t")).extracting(LogRecord::body).containsExactly("early", "late");
		assertThat(this.store.logs("none")).isEmpty();
	}

	@Test
	void evictsTheOldestBeyondTheCount() {
		for (int i = 0; i < 5; i++) {
			this.store.logs(List.of(Samples.log("log " + i, "", i)));
		}
		assertThat(this.store.logs()).extracting(LogRecord::body).containsExactly("log 4", "log 3", "log 2");
		assertThat(this.store.stats().logs()).satisfies((stats) -> {
			assertThat(stats.received()).isEqualTo(5);
			assertThat(stats.evicted()).isEqualTo(2);
			assertThat(stats.logs()).isEqualTo(3);
		});
	}

	@Test
	void evictsTheOldestBeyondTheBytes() {
		TelemetryStore store = new TelemetryStore(new StoreLimits(10, 10, 1_000, 10, 10, 100_000));
		for (int i = 0; i < 100; i++) {
			store.logs(List.of(Samples.log("x".repeat(1_000) + i, "", i)));
			assertThat(store.stats().logs().bytes()).isLessThanOrEqualTo(25_000);
		}
		assertThat(store.logs()).hasSizeBetween(15, 24).first().extracting(LogRecord::body).asString().endsWith("99");
	}

	@Test
	void countsOneThatIsTooLargeForAllThePlace() {
		TelemetryStore store = new TelemetryStore(new StoreLimits(10, 10, 1_000, 10, 10, 40_000));
		store.logs(List.of(Samples.log("small", "", 1), Samples.log("x".repeat(16_000), "", 2)));
		assertThat(store.logs()).extracting(LogRecord::body).containsExactly("small");
		assertThat(store.stats().logs().tooLarge()).isEqualTo(1);
	}

	@Test
	void cutsLongBodies() {
		this.store.logs(List.of(Samples.log("x".repeat(50_000), "", 1)));
		assertThat(this.store.logs().get(0).body()).hasSize(16_384);
		assertThat(this.store.stats().valuesCut()).isEqualTo(1);
	}

}

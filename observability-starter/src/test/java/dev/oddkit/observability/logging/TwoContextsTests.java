package dev.oddkit.observability.logging;

import dev.oddkit.observability.RunningShop;
import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The appender and the registry of the accessors are one for the whole JVM.
 */
class TwoContextsTests {

	@Test
	void contextThatLivesOnKeepsItsLogAndItsThreadsWhenAnotherCloses() {
		try (RunningShop first = new RunningShop()) {
			try (RunningShop second = new RunningShop()) {
				second.get("/log?message=second");
				awaitLog(second, "second");
			}
			first.get("/log?message=first");
			awaitLog(first, "first");
			assertThat(first.trace(first.getTraced("/context"), 7).spans()).hasSize(7);
			assertThat(accessors()).contains("opentelemetry.context");
		}
		assertThat(accessors()).doesNotContain("opentelemetry.context");
	}

	private static void awaitLog(RunningShop shop, String message) {
		shop.received()
			.awaitLogs((all) -> all.stream().anyMatch((record) -> record.body().equals(message)), RunningShop.SOON);
	}

	private static Iterable<Object> accessors() {
		return ContextRegistry.getInstance()
			.getThreadLocalAccessors()
			.stream()
			.<Object>map(ThreadLocalAccessor::key)
			.toList();
	}

}

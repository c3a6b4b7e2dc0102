package dev.oddkit.observability.logging;

import dev.oddkit.observability.RunningShop;
import dev.oddkit.observability.otlp.LogRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What of an event leaves when the properties say otherwise.
 */
class LogSwitchesTests {

	@Test
	void recordCarriesWhatThePropertiesAskForAndNothingElse() {
		try (RunningShop shop = new RunningShop("observability.logging.key-value-pairs=false",
				"observability.logging.markers=false", "observability.logging.thread=false",
				"observability.logging.code=true", "observability.logging.mdc.included=pass*")) {
			assertThat(record(shop).attributes()).containsEntry("password", "hunter2")
				.containsEntry("code.function.name", "dev.oddkit.observability.shop.LogController.log")
				.doesNotContainKeys("customer", "order.items", "logback.marker", "thread.name", "thread.id");
		}
	}

	@Test
	void emptyListLetsNothingOfTheMdcLeave() {
		try (RunningShop shop = new RunningShop("observability.logging.mdc.included=")) {
			assertThat(record(shop).attributes()).containsEntry("order.items", 3L)
				.doesNotContainKeys("customer", "password");
		}
	}

	private static LogRecord record(RunningShop shop) {
		String traceId = shop.getTraced("/log?message=switched");
		return shop.received()
			.awaitLogs((all) -> all.stream().anyMatch((record) -> record.traceId().equals(traceId)), RunningShop.SOON)
			.stream()
			.filter((record) -> record.traceId().equals(traceId))
			.findFirst()
			.orElseThrow();
	}

}

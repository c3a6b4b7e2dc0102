package dev.oddkit.observability.logging;

import java.util.List;
import java.util.Map;

import dev.oddkit.observability.RunningShop;
import dev.oddkit.observability.otlp.LogRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What arrives of a log event.
 */
class LogRecordTests {

	private static RunningShop shop;

	@BeforeAll
	static void start() {
		shop = new RunningShop("observability.logging.mdc.excluded=pass*",
				"observability.logging.max-attribute-length=500", "logging.level.org.apache.catalina=error");
	}

	@AfterAll
	static void stop() {
		shop.close();
	}

	@Test
	void eventThatWasLoggedBeforeTheSdkExistedArrives() {
		assertThat(records("No active profile set, falling back to 1 default profile: \"default\"")).singleElement()
			.satisfies((record) -> assertThat(record.traceId()).isEmpty());
	}

	@Test
	void recordCarriesWhatTheEventHas() {
		String traceId = shop.getTraced("/log?message=everything");
		LogRecord record = record("everything");
		assertThat(record.traceId()).isEqualTo(traceId);
		assertThat(record.severityText()).isEqualTo("WARN");
		assertThat(record.severityNumber()).isEqualTo(13);
		assertThat(record.scope().name()).isEqualTo("dev.oddkit.observability.shop.LogController");
		assertThat(record.attributes()).containsEntry("customer", "c-1")
			.containsEntry("order.items", 3L)
			.containsEntry("logback.marker", List.of("AUDIT"))
			.containsEntry("exception.type", "java.lang.IllegalStateException")
			.hasEntrySatisfying("exception.message", (message) -> assertThat(message).asString().startsWith("out of"))
			.containsKeys("thread.name", "exception.stacktrace");
	}

	@Test
	void idsOfTheSpanAreNotRepeatedAmongTheAttributes() {
		shop.getTraced("/log?message=ids");
		assertThat(record("ids").attributes()).doesNotContainKeys("traceId", "spanId", "trace_id", "span_id",
				"trace_flags");
	}

	@Test
	void entryOfTheMdcThatIsExcludedStaysHere() {
		shop.getTraced("/log?message=excluded");
		assertThat(record("excluded").attributes()).doesNotContainKey("password");
	}

	@Test
	void placeOfTheCallCostsAStackWalkAndIsOff() {
		shop.getTraced("/log?message=code");
		assertThat(record("code").attributes().keySet()).noneMatch((key) -> key.startsWith("code."));
	}

	@Test
	void attributeIsCutAtTheLimit() {
		shop.getTraced("/log?message=long");
		Map<String, Object> attributes = record("long").attributes();
		assertThat((String) attributes.get("exception.stacktrace")).hasSize(500);
		assertThat((String) attributes.get("exception.message")).hasSize(500);
	}

	private static LogRecord record(String body) {
		return records(body).get(0);
	}

	private static List<LogRecord> records(String body) {
		return shop.received()
			.awaitLogs((all) -> all.stream().anyMatch((record) -> record.body().equals(body)), RunningShop.SOON)
			.stream()
			.filter((record) -> record.body().equals(body))
			.toList();
	}

}

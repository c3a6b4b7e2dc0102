package dev.oddkit.observability.propagation;

import java.util.function.Predicate;

import dev.oddkit.observability.RunningShop;
import dev.oddkit.observability.otlp.LogRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Spring Boot's keys for baggage do, seen in headers, log records and spans.
 */
class SpringBootBaggageTests {

	private static final String BOOT = "management.tracing.baggage.";

	private static final Predicate<LogRecord> LINE = (record) -> record.body().startsWith("baggage [");

	@Test
	void correlatedFieldIsOnTheLogRecordsAndATagNeedsNoFurtherDeclaration() {
		try (RunningShop shop = new RunningShop(BOOT + "correlation.fields=tenant", BOOT + "tag-fields=stage")) {
			String next = shop.get("/headers", "baggage", "tenant=green,stage=test").body();
			LogRecord record = line(shop);
			assertThat(record.attributes()).containsEntry("tenant", "green").doesNotContainKey("stage");
			assertThat(shop.trace(record.traceId(), 3).root().attributes()).containsEntry("stage", "test")
				.doesNotContainKey("tenant");
			assertThat(next).doesNotContain("green", "stage=test");
		}
	}

	@Test
	void correlationThatIsSwitchedOffWritesNothing() {
		try (RunningShop shop = new RunningShop(BOOT + "correlation.enabled=false", BOOT + "remote-fields=x-region",
				"observability.propagation.baggage.fields=tenant")) {
			String next = shop.get("/headers", "baggage", "tenant=green", "X-Region", "north").body();
			assertThat(line(shop).attributes()).doesNotContainKeys("tenant", "x-region");
			assertThat(next).contains("tenant=green", "\"x-region\":\"north\"");
		}
	}

	@Test
	void baggageThatIsSwitchedOffGoesNowhere() {
		try (RunningShop shop = new RunningShop(BOOT + "enabled=false", BOOT + "remote-fields=x-region",
				BOOT + "tag-fields=tenant", "observability.propagation.baggage.fields=tenant")) {
			String next = shop.get("/headers", "baggage", "tenant=green", "X-Region", "north").body();
			LogRecord record = line(shop);
			assertThat(record.body()).isEqualTo("baggage []");
			assertThat(record.attributes()).doesNotContainKeys("tenant", "x-region");
			assertThat(shop.trace(record.traceId(), 3).root().attributes()).doesNotContainKey("tenant");
			assertThat(next).doesNotContain("green", "north");
		}
	}

	private static LogRecord line(RunningShop shop) {
		return shop.received()
			.awaitLogs((logs) -> logs.stream().anyMatch(LINE), RunningShop.SOON)
			.stream()
			.filter(LINE)
			.findFirst()
			.orElseThrow();
	}

}

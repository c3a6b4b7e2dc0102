package dev.oddkit.observability;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.oddkit.observability.DocumentedMetrics.Family;
import dev.oddkit.observability.otlp.Metric;
import dev.oddkit.observability.otlp.Trace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the shop emits is what {@code docs/telemetry.md} says.
 */
class DocumentedTelemetryTests {

	/**
	 * Meters that a short run need not have: garbage collections, a data source that
	 * tells how many connections are in use, folded labels, and the SDK's own.
	 */
	private static final String RARE = "jvm\\.gc\\..*|jdbc\\.connections\\..*|hikaricp\\.connections\\.timeout"
			+ "|otel\\.sdk\\..*|observability\\.cardinality\\.(folded|estimate)";

	private static final DocumentedMetrics DOCUMENTED = DocumentedMetrics.read();

	private static RunningShop shop;

	private static Set<String> pushed;

	@BeforeAll
	static void start() {
		shop = new RunningShop("observability.metrics.to=prometheus,otlp", "shop.tick=500ms");
		shop.trace(shop.getTraced("/outer"), 7);
		shop.trace(shop.getTraced("/unavailable"), 1);
		shop.received()
			.awaitTrace("the scheduled task", (trace) -> trace.root().name().startsWith("task"), RunningShop.SOON);
		Set<String> expected = DOCUMENTED.pushed()
			.stream()
			.filter((name) -> !name.matches(RARE))
			.collect(Collectors.toSet());
		pushed = shop.received()
			.awaitMetrics((metrics) -> names(metrics).containsAll(expected), RunningShop.SOON)
			.stream()
			.map(Metric::name)
			.collect(Collectors.toSet());
	}

	@AfterAll
	static void stop() {
		shop.close();
	}

	@Test
	void eachPushedMetricIsDocumented() {
		assertThat(pushed).filteredOn((name) -> !name.startsWith("shop.")).isSubsetOf(DOCUMENTED.pushed());
	}

	@Test
	void eachScrapedFamilyIsDocumentedWithItsTypeAndLabels() {
		Map<String, Family> scraped = DocumentedMetrics.scraped(shop.get("/actuator/prometheus").body());
		assertThat(scraped).hasSizeGreaterThan(50);
		scraped.forEach((name, family) -> {
			if (!name.startsWith("shop_") && !name.equals("target_info")) {
				assertThat(DOCUMENTED.scraped()).as("docs/telemetry.md").containsKey(name);
				assertThat(family.type()).as(name).isEqualTo(DOCUMENTED.scraped().get(name).type());
				assertThat(family.labels()).as(name).isSubsetOf(DOCUMENTED.scraped().get(name).labels());
			}
		});
	}

	@Test
	void eachAttributeOfASpanAndAResourceIsDocumented() {
		Set<String> attributes = shop.received()
			.traces()
			.stream()
			.flatMap((trace) -> trace.spans().stream())
			.flatMap((span) -> span.attributes().keySet().stream())
			.collect(Collectors.toSet());
		assertThat(attributes).isSubsetOf(DOCUMENTED.names("Spans"));
		Trace any = shop.received().traces().get(0);
		assertThat(any.spans().get(0).resource().attributes().keySet()).isSubsetOf(DOCUMENTED.names("Resource"));
	}

	private static Set<String> names(List<Metric> metrics) {
		return metrics.stream().map(Metric::name).collect(Collectors.toSet());
	}

}

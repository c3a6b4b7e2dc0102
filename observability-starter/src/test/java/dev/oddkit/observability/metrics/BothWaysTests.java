package dev.oddkit.observability.metrics;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.oddkit.observability.RunningShop;
import dev.oddkit.observability.otlp.Exemplar;
import dev.oddkit.observability.otlp.HistogramValue;
import dev.oddkit.observability.otlp.Metric;
import dev.oddkit.observability.otlp.MetricType;
import dev.oddkit.observability.otlp.Temporality;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scrape and push of one application, with the settings that people change.
 */
class BothWaysTests {

	private static final String DATABASE = "db.client.operation.duration";

	private static RunningShop shop;

	@BeforeAll
	static void start() {
		shop = new RunningShop("observability.metrics.to=prometheus,otlp", "observability.metrics.temporality=delta",
				"observability.metrics.buckets." + DATABASE + "=1ms,1s,2s",
				"observability.metrics.buckets.shop.observed=1ms,1s",
				// what OTEL_METRICS_EXEMPLAR_FILTER=always_on becomes in Spring Boot
				"management.tracing.exemplars.include=all");
		shop.trace(shop.getTraced("/outer"), 7);
	}

	@AfterAll
	static void stop() {
		shop.close();
	}

	@Test
	void eachScraperSeesTheSameExemplarsInWhateverFormatOthersAsk() {
		shop.get("/actuator/prometheus");
		List<String> first = exemplars();
		assertThat(first).anyMatch((line) -> line.startsWith("shop_otel_orders_total"))
			.anyMatch((line) -> line.startsWith("shop_otel_value_milliseconds_bucket"))
			.anyMatch((line) -> line.startsWith("db_client_operation_duration_seconds_bucket"));
		assertThat(exemplars()).containsAll(first);
	}

	@Test
	void exemplarInAScrapeHasNothingButTheIdsOfItsSpan() {
		assertThat(exemplars())
			.allMatch((line) -> line.matches(".* # \\{span_id=\"[0-9a-f]{16}\",trace_id=\"[0-9a-f]{32}\"} .*"));
	}

	@Test
	void resourceIsInTargetInfoAndNowhereElse() {
		List<String> lines = scrape().lines().filter((line) -> line.contains("service_instance_id")).toList();
		assertThat(lines).singleElement()
			.asString()
			.startsWith("target_info{")
			.contains("service_name=\"shop\"")
			.doesNotContain("process_command");
	}

	@Test
	void bucketsAreTheSameInScrapeAndPush() {
		assertThat(scrapedBounds("db_client_operation_duration_seconds")).containsExactlyInAnyOrder("0.001", "1.0",
				"2.0", "+Inf");
		assertThat(pushedBounds(DATABASE)).containsExactly(0.001, 1.0, 2.0);
		assertThat(scrapedBounds("shop_observed_seconds")).containsExactlyInAnyOrder("0.001", "1.0", "+Inf");
		assertThat(pushedBounds("shop.observed")).containsExactly(0.001, 1.0);
		assertThat(scrapedBounds("http_server_request_duration_seconds")).hasSize(15);
		assertThat(pushedBounds("http.server.request.duration")).hasSize(14);
	}

	@Test
	void ownBucketsOfADatabaseDoNotMakeTheQueryALabel() {
		assertThat(pushed(DATABASE).points())
			.allSatisfy((point) -> assertThat(point.attributes()).doesNotContainKey("db.query.text")
				.containsKey("db.system.name"));
	}

	@Test
	void pushCoversWhatTheTemporalitySays() {
		assertThat(pushed("http.server.request.duration").temporality()).isEqualTo(Temporality.DELTA);
		assertThat(pushed("shop.otel.orders").temporality()).isEqualTo(Temporality.DELTA);
	}

	@Test
	void exemplarsOfBothApisAreInThePush() {
		assertThat(List.of("shop.observed", "shop.otel.orders")).allSatisfy(
				(name) -> assertThat(pushed(name).points().stream().flatMap((point) -> point.exemplars().stream()))
					.extracting(Exemplar::traceId)
					.isNotEmpty());
	}

	@Test
	void pushedExemplarOfADatabaseDoesNotCarryTheQuery() {
		List<Exemplar> exemplars = exemplarsOf(DATABASE,
				shop.received().awaitMetrics((all) -> !exemplarsOf(DATABASE, all).isEmpty(), RunningShop.SOON));
		assertThat(exemplars).allSatisfy((exemplar) -> assertThat(exemplar.filteredAttributes()).isEmpty());
	}

	@Test
	void noMetricIsPushedByTwoInstrumentsOrHasAnotherResource() {
		shop.received().awaitMetrics((all) -> named(all, "jvm.memory.used") != null, RunningShop.SOON);
		Map<String, Set<String>> scopes = shop.received()
			.metrics()
			.stream()
			.filter((metric) -> !metric.name().startsWith("otel.sdk."))
			.collect(Collectors.groupingBy(Metric::name,
					Collectors.mapping((metric) -> metric.scope().name(), Collectors.toSet())));
		assertThat(scopes).isNotEmpty().allSatisfy((name, scope) -> assertThat(scope).as(name).hasSize(1));
		assertThat(shop.received().metrics()).extracting(Metric::resource)
			.containsOnly(shop.received().spans().get(0).resource());
	}

	private static List<Exemplar> exemplarsOf(String name, List<Metric> metrics) {
		return metrics.stream()
			.filter((metric) -> metric.name().equals(name))
			.flatMap((metric) -> metric.points().stream())
			.flatMap((point) -> point.exemplars().stream())
			.toList();
	}

	private static String scrape() {
		return shop.get("/actuator/prometheus", "Accept", "application/openmetrics-text").body();
	}

	private static List<String> exemplars() {
		return scrape().lines()
			.filter((line) -> line.contains(" # {"))
			.filter((line) -> !line.startsWith("http"))
			.toList();
	}

	private static Set<String> scrapedBounds(String family) {
		return scrape().lines()
			.filter((line) -> line.startsWith(family + "_bucket"))
			.map((line) -> line.replaceAll(".*le=\"([^\"]+)\".*", "$1"))
			.collect(Collectors.toSet());
	}

	private static List<Double> pushedBounds(String name) {
		Metric metric = pushed(name);
		assertThat(metric.type()).isEqualTo(MetricType.HISTOGRAM);
		return ((HistogramValue) metric.points().get(0).value()).bounds();
	}

	private static Metric pushed(String name) {
		return named(shop.received().awaitMetrics((all) -> named(all, name) != null, RunningShop.SOON), name);
	}

	private static Metric named(List<Metric> metrics, String name) {
		return metrics.stream().filter((metric) -> metric.name().equals(name)).findFirst().orElse(null);
	}

}

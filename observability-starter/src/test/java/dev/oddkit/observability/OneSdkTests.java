package dev.oddkit.observability;

import java.util.List;
import java.util.function.Predicate;

import dev.oddkit.observability.otlp.LogRecord;
import dev.oddkit.observability.otlp.Metric;
import dev.oddkit.observability.otlp.Span;
import dev.oddkit.observability.otlp.Temporality;
import dev.oddkit.observability.otlp.Trace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One request with every way of instrumenting, seen where it arrives.
 */
class OneSdkTests {

	private static RunningShop shop;

	@BeforeAll
	static void start() {
		shop = new RunningShop("observability.metrics.to=otlp,prometheus", "shop.tick=1s");
	}

	@AfterAll
	static void stop() {
		shop.close();
	}

	@Test
	void spansOfBothApisFormOneTree() {
		Trace trace = shop.trace(shop.getTraced("/outer"), 7);
		assertThat(trace.render()).isEqualToIgnoringWhitespace("""
				[SERVER] GET /outer {shop} (orphan: parent 00000000000000bb did not arrive)
				  [INTERNAL] observed-method {shop}
				  [INTERNAL] with-span-method {shop}
				  [CLIENT] select {shop}
				  [CLIENT] GET /inner/{id} {shop}
				    [SERVER] GET /inner/{id} {shop}
				      [INTERNAL] manual {shop}
				""");
	}

	@Test
	void spanOfTheOpenTelemetryApiIsParentOfWhatMicrometerObserves() {
		Trace trace = shop.trace(shop.getTraced("/context"), 7);
		Span parent = named(trace, "with-span-parent");
		assertThat(trace.children(parent)).extracting(Span::name)
			.containsExactlyInAnyOrder("async-child", "observed-method", "GET /leaf/{id}", "select");
	}

	@Test
	void scheduledWorkIsATraceOfItsOwnWithOneSpanForTheTask() {
		Trace trace = shop.received()
			.awaitTrace("the scheduled task", (one) -> one.root().name().equals("task shopSchedule.tick"),
					RunningShop.SOON);
		assertThat(trace.render()).isEqualToIgnoringWhitespace("""
				[INTERNAL] task shopSchedule.tick {shop}
				  [CLIENT] select {shop}
				""");
	}

	@Test
	void noSpanArrivesTwice() {
		Trace trace = shop.trace(shop.getTraced("/outer"), 7);
		shop.trace(shop.getTraced("/outer"), 7);
		assertThat(shop.received().spans()).extracting(Span::spanId).doesNotHaveDuplicates();
		assertThat(trace.spans()).hasSize(7);
	}

	@Test
	void logRecordCarriesTheSpanItWasWrittenIn() {
		Trace trace = shop.trace(shop.getTraced("/outer"), 7);
		List<LogRecord> logs = shop.received().awaitLogs((all) -> of(trace, all).size() >= 4, RunningShop.SOON);
		assertThat(of(trace, logs))
			.filteredOn((log) -> List.of("outer", "observed", "with span", "inner").contains(log.body()))
			.allSatisfy((log) -> assertThat(log.spanId()).isEqualTo(named(trace, spanOf(log.body())).spanId()))
			.hasSize(4);
	}

	@Test
	void scrapeHasTheMetersOfBothApisWithExemplars() {
		shop.getTraced("/outer");
		// A caller has the answer before the request is measured
		await().atMost(RunningShop.SOON)
			.untilAsserted(() -> assertThat(scrape().lines()).anyMatch(exemplar("shop_micrometer_orders_total"))
				.anyMatch(exemplar("shop_otel_orders_total"))
				.anyMatch(exemplar("shop_otel_value_milliseconds_bucket"))
				.anyMatch(exemplar("http_server_request_duration_seconds_bucket"))
				.anyMatch(exemplar("db_client_operation_duration_seconds_bucket")));
	}

	@Test
	void pushHasTheMetersOfBothApisUnderOneResource() {
		shop.getTraced("/outer");
		var metrics = shop.received()
			.awaitMetrics(
					(all) -> all.stream()
						.map((metric) -> metric.name())
						.toList()
						.containsAll(List.of("shop.micrometer.orders", "shop.otel.orders",
								"http.server.request.duration", "db.client.operation.duration", "jvm.memory.used")),
					RunningShop.SOON);
		assertThat(metrics).extracting((metric) -> metric.resource().attributes())
			.containsOnly(metrics.get(0).resource().attributes());
		assertThat(metrics).extracting(Metric::temporality).doesNotContain(Temporality.DELTA);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/health", "/actuator/health/liveness", "/actuator/prometheus" })
	void actuatorMakesNoSpanThoughTheCallerSamples(String path) {
		String noise = shop.getTraced(path);
		shop.trace(shop.getTraced("/outer"), 7);
		assertThat(shop.received().spans()).noneMatch((span) -> span.traceId().equals(noise));
	}

	@Test
	void requestsToTheActuatorAreStillMeasured() {
		shop.get("/actuator/health");
		await().atMost(RunningShop.SOON)
			.untilAsserted(() -> assertThat(scrape()).contains("http_route=\"/actuator/health\""));
	}

	@Test
	void databaseWorkWithoutAParentMakesNoTrace() {
		shop.context().getBean(JdbcTemplate.class).queryForObject("select 42", Integer.class);
		shop.trace(shop.getTraced("/outer"), 7);
		assertThat(shop.received().traces()).noneMatch((trace) -> trace.root().name().startsWith("select"));
	}

	private static String scrape() {
		return shop.get("/actuator/prometheus", "Accept", "application/openmetrics-text").body();
	}

	private static Predicate<String> exemplar(String name) {
		return (line) -> line.startsWith(name) && line.matches(".* # \\{.*trace_id=.*");
	}

	private static Span named(Trace trace, String name) {
		return trace.spans().stream().filter((span) -> span.name().equals(name)).findFirst().orElseThrow();
	}

	private static List<LogRecord> of(Trace trace, List<LogRecord> logs) {
		return logs.stream().filter((log) -> log.traceId().equals(trace.traceId())).toList();
	}

	private static String spanOf(String body) {
		return switch (body) {
			case "outer" -> "GET /outer";
			case "observed" -> "observed-method";
			case "with span" -> "with-span-method";
			default -> "manual";
		};
	}

}

package dev.oddkit.observability.console.api;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import dev.oddkit.observability.console.TestConsole;
import dev.oddkit.observability.console.sample.SampleMetrics;
import dev.oddkit.observability.console.sample.SampleSpans;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Metrics} and {@link Cardinality}.
 */
class MetricsTests {

	private static final long SECOND = 1_000_000_000L;

	private static final long START = 1_700_000_000L * SECOND;

	private TestConsole console;

	@BeforeEach
	void start() {
		this.console = new TestConsole();
	}

	@AfterEach
	void stop() {
		this.console.close();
	}

	@Test
	void listsInstrumentsByName() {
		report("orders", SampleMetrics.gauge("memory", "By", Map.of(), START, 7));
		report("orders", counter("visits", "a", 10, 1));
		report("gateway", counter("visits", "a", 10, 1));
		assertThat(this.console.get("/api/metrics")).hasToString(
				"""
						{"instruments":[{"name":"memory","type":"GAUGE","unit":"By","description":"","services":["orders"],"series":1},\
						{"name":"visits","type":"SUM","unit":"","description":"","services":["gateway","orders"],"series":2}]}""");
	}

	@Test
	void drawsCountersAsRatesByTheWantedAttribute() {
		for (int step = 1; step <= 4; step++) {
			report("orders", counter("visits", "a", 10 * step, 20 * step));
			report("orders", counter("visits", "b", 10 * step, 50 * step));
		}
		JsonNode data = this.console.get("/api/metrics/data?name=visits&group=user");
		assertThat(data.path("keys").toString()).isEqualTo("[\"user\"]");
		assertThat(data.path("charts")).singleElement()
			.hasToString("{\"title\":\"Rate per second\",\"unit\":\"1/s\",\"times\":[1.70000001E9,1.70000002E9,"
					+ "1.70000003E9,1.70000004E9],\"lines\":[{\"label\":\"a\",\"values\":[2.0,2.0,2.0,2.0]},"
					+ "{\"label\":\"b\",\"values\":[5.0,5.0,5.0,5.0]}]}");
		assertThat(this.console.get("/api/metrics/data?name=visits").path("charts").get(0).path("lines"))
			.singleElement()
			.hasToString("{\"label\":\"orders\",\"values\":[7.0,7.0,7.0,7.0]}");
	}

	@Test
	void leadsFromAnExemplarToItsTrace() {
		SampleSpans trace = new SampleSpans(START, new SplittableRandom(42));
		String span = trace.span("orders", "", SpanKind.SPAN_KIND_SERVER, "GET /", 0, 5, Map.of());
		trace.post(this.console.otlp());
		report("orders", SampleMetrics.histogram("duration", "s", Map.of(), START, START + 10 * SECOND, List.of(1.0),
				List.of(0.5), trace.traceId(), span));
		report("orders", SampleMetrics.histogram("duration", "s", Map.of(), START, START + 20 * SECOND, List.of(1.0),
				List.of(0.5, 0.7), "0".repeat(31) + "1", "000000000000000a"));
		JsonNode exemplars = this.console.get("/api/metrics/data?name=duration").path("exemplars");
		assertThat(exemplars).extracting((exemplar) -> exemplar.path("known").asBoolean()).containsExactly(false, true);
		assertThat(exemplars.get(1)).hasToString("""
				{"timeNanos":"1700000010000000000","value":0.5,"traceId":"%s","spanId":"%s","known":true,\
				"service":"orders","attributes":{}}""".formatted(trace.traceId(), span));
	}

	@Test
	void saysWhatTheChartsCannotShow() {
		report("orders", SampleMetrics.histogram("duration", "s", Map.of(), START, START + 10 * SECOND, List.of(),
				List.of(0.5)));
		assertThat(notes("duration")).containsExactly("Only one report has arrived so far; a rate needs two.",
				"Some series come without buckets, so they have a rate and a mean but no quantiles. "
						+ "Buckets are chosen by the sender.");
		report("orders", SampleMetrics.histogram("size", "By", Map.of(), START, START + 10 * SECOND, List.of(1.0),
				List.of(0.5, 9.0, 9.0, 9.0)));
		assertThat(notes("size")).last()
			.isEqualTo("75 % of the values lie above the highest bucket bound (1.0); quantiles stop there.");
		report("orders", counter("mixed", "a", 10, 1));
		report("orders", counter("mixed", "b", 10, 1));
		report("gateway", SampleMetrics.gauge("mixed", "", Map.of(), START, 7));
		assertThat(notes("mixed")).last()
			.isEqualTo("1 series have the same name but another type than SUM; they are not drawn.");
	}

	@Test
	void saysWhenAMetricIsNotThere() {
		assertThat(this.console.error(404, "/api/metrics/data?name=nothing&service=orders"))
			.startsWith("No metric \"nothing\" of orders has arrived.");
	}

	@Test
	void ranksInstrumentsByTheirSeriesAndNamesTheAttributeToBlame() {
		report("orders", counter("small", "a", 10, 1));
		for (int user = 0; user < 30; user++) {
			report("orders", counter("flood", (user < 29) ? "user-" + user : "other", 10, 1));
		}
		JsonNode instruments = this.console.get("/api/cardinality").path("instruments");
		assertThat(instruments.get(0)).hasToString(
				"""
						{"name":"flood","services":["orders"],"series":30,"keys":[{"key":"user","values":30,\
						"examples":["user-0","user-1","user-2","user-3","user-4"],"folded":true,"estimate":0,"foldedTimes":0}]}""");
		assertThat(instruments.get(1).path("keys").get(0).path("folded").asBoolean()).isFalse();
	}

	@Test
	void showsWhatAServiceSaysOfItsFoldedLabels() {
		report("orders", counter("flood", "other", 10, 1));
		Map<String, String> label = Map.of("api", "micrometer", "meter", "flood", "key", "user");
		report("orders",
				SampleMetrics.counter("observability.cardinality.folded", label, START, START + SECOND, 99_936));
		report("orders", SampleMetrics.gauge("observability.cardinality.estimate", "", label, START + SECOND, 101_200));
		JsonNode flood = this.console.get("/api/cardinality")
			.path("instruments")
			.valueStream()
			.filter((instrument) -> instrument.path("name").asString().equals("flood"))
			.findFirst()
			.orElseThrow();
		assertThat(flood.path("keys").get(0).path("estimate").asLong()).isEqualTo(101_200);
		assertThat(flood.path("keys").get(0).path("foldedTimes").asLong()).isEqualTo(99_936);
	}

	private List<String> notes(String name) {
		return this.console.get("/api/metrics/data?name=" + name)
			.path("notes")
			.valueStream()
			.map(JsonNode::asString)
			.toList();
	}

	private static Metric counter(String name, String user, long second, double value) {
		return SampleMetrics.counter(name, Map.of("user", user), START, START + second * SECOND, value);
	}

	private void report(String service, Metric metric) {
		this.console.otlp().metrics(service, List.of(metric));
	}

}

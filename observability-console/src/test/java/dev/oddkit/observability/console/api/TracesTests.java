package dev.oddkit.observability.console.api;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

import dev.oddkit.observability.console.TestConsole;
import dev.oddkit.observability.console.sample.SampleSpans;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Traces}.
 */
class TracesTests {

	private static final long START = 1_700_000_000_000_000_123L;

	private final SplittableRandom random = new SplittableRandom(42);

	private TestConsole console;

	private SampleSpans order;

	private SampleSpans browse;

	@BeforeEach
	void start() {
		this.console = new TestConsole();
		this.order = new SampleSpans(START, this.random);
		String root = this.order.span("gateway", "", SpanKind.SPAN_KIND_SERVER, "POST /orders", 0, 50,
				Map.of("http.route", "/orders", "order.id", 17));
		String client = this.order.span("gateway", root, SpanKind.SPAN_KIND_CLIENT, "POST", 1, 40, Map.of());
		String server = this.order.span("orders", client, SpanKind.SPAN_KIND_SERVER, "POST /orders", 2, 30,
				Map.of("error", "sold out"));
		this.order.log("orders", server, 9, SeverityNumber.SEVERITY_NUMBER_ERROR, "nothing left");
		this.order.log("gateway", root, 3, SeverityNumber.SEVERITY_NUMBER_INFO, "order came in");
		this.order.post(this.console.otlp());
		this.browse = new SampleSpans(START + 1_000_000_000L, this.random);
		this.browse.span("gateway", "00000000000000ff", SpanKind.SPAN_KIND_SERVER, "GET /", 0, 5,
				Map.of("http.route", "/"));
		this.browse.post(this.console.otlp());
	}

	@AfterEach
	void stop() {
		this.console.close();
	}

	@Test
	void listsTheNewestFirst() {
		JsonNode list = this.console.get("/api/traces");
		assertThat(list.path("total").asInt()).isEqualTo(2);
		assertThat(list.path("traces").get(0).path("traceId").asString()).isEqualTo(this.browse.traceId());
		assertThat(list.path("traces").get(0).path("complete").asBoolean()).isFalse();
		assertThat(list.path("traces").get(0).path("orphans").asInt()).isOne();
		assertThat(list.path("traces").get(1)).hasToString(
				"""
						{"traceId":"%s","rootService":"gateway","rootName":"POST /orders","rootKind":"SERVER",\
						"complete":true,"startNanos":"1700000000000000123","millis":50.0,"spans":3,"errors":1,"orphans":0,"logs":2,\
						"services":[{"name":"gateway","spans":2,"errors":0},{"name":"orders","spans":1,"errors":1}]}"""
					.formatted(this.order.traceId()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "service=orders", "name=post%20/ORD", "attribute=order.id", "attribute=order.id%3D17",
			"errors=true", "minMillis=50", "attribute=exception.message%3Dsold%20out",
			"attribute=service.name%3Dorders&name=post", "service=gateway&attribute=order.id&attribute=http.route" })
	void findsWhatIsLookedFor(String query) {
		assertThat(found(query)).containsExactly(this.order.traceId());
	}

	@ParameterizedTest
	@ValueSource(strings = { "service=nobody", "name=delete", "attribute=order.id%3D18", "minMillis=50.1", "id=zz",
			"service=orders&attribute=order.id", "service=orders&name=get" })
	void findsNothingElse(String query) {
		assertThat(found(query)).isEmpty();
	}

	@Test
	void findsATraceByItsIdOrTheHeaderThatCarriedIt() {
		String id = this.order.traceId();
		assertThat(found("id=" + id.substring(0, 9).toUpperCase(Locale.ROOT))).containsExactly(id);
		assertThat(found("id=00-" + id + "-00f067aa0ba902b7-01")).containsExactly(id);
	}

	@Test
	void countsAllButListsNoMoreThanAskedFor() {
		JsonNode list = this.console.get("/api/traces?limit=1");
		assertThat(list.path("total").asInt()).isEqualTo(2);
		assertThat(list.path("traces").size()).isOne();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					limit=0        | limit must be a number from 1 to 1000; was "0".
					limit=many     | limit must be a number from 1 to 1000; was "many".
					minMillis=-1   | minMillis must be a number, 0 or more, such as 250 or 0.5; was "-1".
					errors=perhaps | errors must be one of FALSE, TRUE; was "perhaps".
					colour=red     | Unknown parameter "colour"; /api/traces takes service, name, attribute, id, errors, minMillis, limit.
					""")
	void refusesWhatItDoesNotUnderstand(String query, String sentence) {
		assertThat(this.console.error(400, "/api/traces?" + query)).isEqualTo(sentence);
	}

	@Test
	void showsATraceInTheOrderOfTheWaterfallWithItsLogsByTime() {
		JsonNode trace = this.console.get("/api/traces/" + this.order.traceId());
		assertThat(trace.path("spans")).extracting((span) -> span.path("kind").asString())
			.containsExactly("SERVER", "CLIENT", "SERVER");
		assertThat(trace.path("logs")).extracting((log) -> log.path("body").asString())
			.containsExactly("order came in", "nothing left");
		JsonNode failed = trace.path("spans").get(2);
		assertThat(failed.path("service").asString()).isEqualTo("orders");
		assertThat(failed.path("instance").asString()).isEqualTo("orders-1");
		assertThat(failed.path("startNanos").asString()).isEqualTo("1700000000002000123");
		assertThat(failed.path("millis").asDouble()).isEqualTo(28);
		assertThat(failed.path("status").asString()).isEqualTo("ERROR");
		assertThat(failed.path("statusMessage").asString()).isEqualTo("sold out");
		assertThat(failed.path("events").get(0).path("attributes").path("exception.message").asString())
			.isEqualTo("sold out");
		assertThat(failed.path("resource").path("service.name").asString()).isEqualTo("orders");
		assertThat(trace.path("spans").get(0).path("attributes").path("order.id").asLong()).isEqualTo(17);
	}

	@Test
	void saysWhyATraceIsNotThere() {
		assertThat(this.console.error(404, "/api/traces/" + "0".repeat(31) + "1"))
			.startsWith("Trace 00000000000000000000000000000001 is not here.")
			.contains("not arrived yet")
			.contains("0 traces made place");
	}

	@Test
	void exportsATraceThatAnyReceiverTakesBack() {
		HttpResponse<String> export = this.console
			.send(HttpRequest.newBuilder(this.console.uri("/api/traces/" + this.order.traceId() + "/export")));
		assertThat(export.headers().firstValue("Content-Disposition"))
			.hasValue("attachment; filename=\"trace-" + this.order.traceId() + ".json\"");
		try (TestConsole other = new TestConsole()) {
			byte[] body = export.body().getBytes(StandardCharsets.UTF_8);
			other.otlp().post("/v1/traces", "application/json", body);
			other.otlp().post("/v1/logs", "application/json", body);
			String path = "/api/traces/" + this.order.traceId();
			assertThat(other.get(path)).isEqualTo(this.console.get(path));
		}
	}

	private List<String> found(String query) {
		return this.console.get("/api/traces?" + query)
			.path("traces")
			.valueStream()
			.map((trace) -> trace.path("traceId").asString())
			.toList();
	}

}

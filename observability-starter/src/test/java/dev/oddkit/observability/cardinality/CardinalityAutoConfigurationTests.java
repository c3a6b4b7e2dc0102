package dev.oddkit.observability.cardinality;

import java.util.List;
import java.util.stream.IntStream;

import dev.oddkit.observability.RunningShop;
import dev.oddkit.observability.otlp.Span;
import dev.oddkit.observability.otlp.Trace;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a scrape, a trace, a log and the endpoint say after floods by both APIs.
 */
@ExtendWith(OutputCaptureExtension.class)
class CardinalityAutoConfigurationTests {

	private static final AttributeKey<String> TENANT = AttributeKey.stringKey("tenant");

	private static final int FLOOD = 2_000;

	private static RunningShop shop;

	@BeforeAll
	static void start() {
		// a flood of traces would let the ceiling drop those that are looked for
		shop = new RunningShop("observability.metrics.to=prometheus,otlp",
				"observability.sampling.max-traces-per-second=1000000", "management.endpoints.web.exposure.include=*",
				"management.endpoint.cardinality.access=unrestricted");
	}

	@AfterAll
	static void stop() {
		shop.close();
	}

	@Test
	void totalsOfManyUrisAreExactInAScrape() {
		String port = shop.context().getEnvironment().getProperty("local.server.port");
		RestClient client = shop.context().getBean(RestClient.Builder.class).build();
		for (int i = 0; i < 150; i++) {
			client.get().uri("http://localhost:" + port + "/leaf/" + i).retrieve().toBodilessEntity();
		}
		List<String> lines = scraped("http_client_request_duration_seconds_count");
		assertThat(lines).hasSizeLessThanOrEqualTo(101);
		assertThat(Seen.sum(lines)).isEqualTo(150);
	}

	@Test
	void floodsByBothApisAreBoundedAndExactAndNamed(CapturedOutput output) {
		MeterRegistry registry = shop.context().getBean(MeterRegistry.class);
		LongCounter counter = shop.context()
			.getBean(OpenTelemetry.class)
			.getMeter("test")
			.counterBuilder("flood.otel")
			.build();
		for (int i = 0; i < FLOOD; i++) {
			registry.counter("flood.micrometer", "tenant", "t" + i).increment();
			counter.add(1, Attributes.of(TENANT, "t" + i));
		}
		for (String name : List.of("flood_micrometer_total", "flood_otel_total")) {
			assertThat(scraped(name)).hasSize(65).anyMatch((line) -> line.contains("tenant=\"other\""));
			assertThat(Seen.sum(scraped(name))).isEqualTo(FLOOD);
		}
		assertThat(shop.get("/actuator/observability/cardinality").body()).contains("\"meter\":\"flood.micrometer\"",
				"\"meter\":\"flood.otel\"", "\"key\":\"tenant\"", "\"values\":64", "\"since\":\"20", "\"evicted\":");
		assertThat(output.getOut().lines().filter((line) -> line.contains("'tenant' of meter 'flood.otel'")))
			.singleElement()
			.asString()
			.contains("64 values", "observability.cardinality.max-values-per-key");
	}

	@Test
	void theLogShowsNoPersonalValue(CapturedOutput output) {
		LongCounter counter = shop.context()
			.getBean(OpenTelemetry.class)
			.getMeter("test")
			.counterBuilder("flood.mail")
			.build();
		IntStream.range(0, 100)
			.forEach((i) -> counter.add(1,
					Attributes.of(AttributeKey.stringKey("contact"), "ada" + i + "@example.org")));
		assertThat(output.getOut().lines().filter((line) -> line.contains("'contact' of meter 'flood.mail'")))
			.singleElement()
			.asString()
			.containsPattern("such as #[0-9a-f]+")
			.doesNotContain("@example.org");
	}

	@Test
	void theGlobalRegistryIsGuarded() {
		IntStream.range(0, FLOOD).forEach((i) -> Metrics.counter("flood.global", "tenant", "t" + i).increment());
		assertThat(Metrics.globalRegistry.find("flood.global").counters()).hasSize(65);
		assertThat(Seen.sum(scraped("flood_global_total"))).isEqualTo(FLOOD);
	}

	@Test
	void aFoldedValueIsOnTheSpan() {
		ConfigurableApplicationContext context = shop.context();
		MeterRegistry registry = context.getBean(MeterRegistry.class);
		LongCounter counter = context.getBean(OpenTelemetry.class).getMeter("test").counterBuilder("note.otel").build();
		IntStream.range(0, 100).forEach((i) -> {
			registry.counter("note.micrometer", "tenant", "t" + i).increment();
			counter.add(1, Attributes.of(TENANT, "t" + i));
		});
		Tracer tracer = context.getBean(OpenTelemetry.class).getTracer("test");
		var span = tracer.spanBuilder("work").startSpan();
		try (Scope scope = span.makeCurrent()) {
			registry.counter("note.micrometer", "tenant", "folded").increment();
			registry.counter("note.micrometer", "api.token", "very secret").increment();
			counter.add(1, Attributes.of(TENANT, "folded", AttributeKey.stringKey("user.email"), "jane@example.com"));
		}
		span.end();
		Trace trace = shop.trace(span.getSpanContext().getTraceId(), 1);
		Span exported = trace.spans().get(0);
		assertThat(exported.attributes()).containsEntry("tenant", "folded")
			.containsEntry("user.email", "j***@example.com")
			.doesNotContainKey("api.token");
		assertThat(scraped("note_micrometer_total")).noneMatch((line) -> line.contains("folded"));
	}

	@Test
	void exemplarsOfOtherLeadToASpanThatCarriesTheValue() {
		ConfigurableApplicationContext context = shop.context();
		MeterRegistry registry = context.getBean(MeterRegistry.class);
		LongCounter counter = context.getBean(OpenTelemetry.class).getMeter("test").counterBuilder("led.otel").build();
		IntStream.range(0, 64).forEach((i) -> {
			registry.counter("led.micrometer", "tenant", "t" + i).increment();
			counter.add(1, Attributes.of(TENANT, "t" + i));
		});
		var span = context.getBean(OpenTelemetry.class).getTracer("test").spanBuilder("work").startSpan();
		try (Scope scope = span.makeCurrent()) {
			registry.counter("led.micrometer", "tenant", "led").increment();
			counter.add(1, Attributes.of(TENANT, "led"));
		}
		span.end();
		String traceId = span.getSpanContext().getTraceId();
		String openMetrics = shop.get("/actuator/prometheus", "Accept", "application/openmetrics-text").body();
		for (String name : List.of("led_micrometer_total", "led_otel_total")) {
			assertThat(openMetrics.lines().filter((line) -> line.startsWith(name) && line.contains("\"other\"")))
				.singleElement()
				.asString()
				.contains("trace_id=\"" + traceId + "\"")
				.doesNotContain("\"led\"");
		}
		assertThat(shop.trace(traceId, 1).spans().get(0).attributes()).containsEntry("tenant", "led");
		assertThat(Seen.pushedExemplars(shop, "led.otel")).isNotEmpty()
			.allSatisfy((exemplar) -> assertThat(exemplar.filteredAttributes()).isEmpty());
	}

	@Test
	void aViewOfTheUserDoesNotLeakWhatItDropsThroughAnExemplar() {
		OpenTelemetry openTelemetry = shop.context().getBean(OpenTelemetry.class);
		LongCounter counter = openTelemetry.getMeter("test").counterBuilder("shop.viewed").build();
		var span = openTelemetry.getTracer("test").spanBuilder("work").startSpan();
		try (Scope scope = span.makeCurrent()) {
			counter.add(1, Attributes.of(TENANT, "alice", AttributeKey.stringKey("status"), "200"));
		}
		span.end();
		assertThat(shop.get("/actuator/prometheus", "Accept", "application/openmetrics-text").body().lines())
			.filteredOn((line) -> line.startsWith("shop_viewed_total{"))
			.singleElement()
			.asString()
			.contains("status=\"200\"", "trace_id=\"" + span.getSpanContext().getTraceId() + "\"")
			.doesNotContain("alice");
		assertThat(Seen.pushedExemplars(shop, "shop.viewed")).isNotEmpty()
			.allSatisfy((exemplar) -> assertThat(exemplar.filteredAttributes()).isEmpty());
	}

	@Test
	void aValueThatTheObservationPutOnItsSpanIsNotPutOnTheParentToo() {
		ConfigurableApplicationContext context = shop.context();
		ObservationRegistry observations = context.getBean(ObservationRegistry.class);
		IntStream.range(0, 100)
			.forEach((i) -> Observation.createNotStarted("observed", observations)
				.lowCardinalityKeyValue("tenant", "t" + i)
				.observe(() -> {
				}));
		var parent = context.getBean(OpenTelemetry.class).getTracer("test").spanBuilder("parent").startSpan();
		try (Scope scope = parent.makeCurrent()) {
			Observation.createNotStarted("observed", observations)
				.lowCardinalityKeyValue("tenant", "folded")
				.observe(() -> {
				});
		}
		parent.end();
		Trace trace = shop.trace(parent.getSpanContext().getTraceId(), 2);
		assertThat(trace.spans()).filteredOn((span) -> "folded".equals(span.attributes().get("tenant")))
			.singleElement()
			.extracting(Span::name)
			.isEqualTo("observed");
		assertThat(scraped("observed_seconds_count")).noneMatch((line) -> line.contains("folded"));
	}

	@Test
	void resetForgetsWhatWasCounted() {
		MeterRegistry registry = shop.context().getBean(MeterRegistry.class);
		IntStream.range(0, 100).forEach((i) -> registry.counter("reset", "tenant", "t" + i).increment());
		assertThat(shop.get("/actuator/cardinality").body())
			.contains("\"meter\":\"reset\",\"api\":\"micrometer\",\"key\"");
		RestClient.create()
			.delete()
			.uri("http://localhost:" + shop.context().getEnvironment().getProperty("local.server.port")
					+ "/actuator/cardinality")
			.retrieve()
			.toBodilessEntity();
		assertThat(scraped("reset_total")).singleElement().asString().contains("tenant=\"other\"");
	}

	@Test
	void keysBelowTheirLimitAreRankedAsWell() {
		MeterRegistry registry = shop.context().getBean(MeterRegistry.class);
		IntStream.range(0, 50).forEach((i) -> registry.counter("ranked", "region", "r" + i).increment());
		assertThat(shop.get("/actuator/cardinality").body()).contains(
				"{\"meter\":\"ranked\",\"api\":\"micrometer\",\"key\":\"region\",\"values\":50,\"limit\":100,\"estimate\":50,\"folded\":0,");
	}

	private static List<String> scraped(String name) {
		return Seen.scraped(shop, name);
	}

}

package dev.oddkit.stack.verify;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is said of a stack that works, and of one in which something is missing.
 */
class VerifyTests {

	private final StandInStack stack = new StandInStack();

	@AfterEach
	void close() {
		this.stack.close();
	}

	@Test
	void walksTheWholeWayWhenEverythingWorks() {
		assertThat(this.stack.verify()).as(this.stack.output()).isZero();
		assertThat(this.stack.output()).contains("ok      Collector -> Tempo", "All 12 hops work.")
			.doesNotContain("BROKEN");
	}

	@Test
	void stopsAtTheFirstBrokenHop() {
		this.stack.says("/tempo/api/v2/traces/" + StandInStack.TRACE, "{}").lacks("/loki");
		assertThat(this.stack.verify()).isEqualTo(1);
		assertThat(this.stack.output()).contains("BROKEN  Collector -> Tempo").doesNotContain("Loki");
	}

	@Test
	void namesTheCollectorThatDoesNotAnswer() {
		broken("Collector", "docker compose logs collector", () -> this.stack.lacks("/health"));
	}

	@Test
	void namesTheShopThatTakesNoOrder() {
		broken("you -> gateway -> orders -> inventory", "docker compose logs gateway orders inventory",
				() -> this.stack.lacks("/api/orders"));
	}

	@Test
	void namesTheServiceWhoseExportsFail() {
		broken("orders -> Collector", "observability.exporter.endpoint (OTLP_ENDPOINT of the shop) of orders",
				() -> this.stack.says("/scrape",
						"observability_exporter_items_total{reason=\"unreachable\",result=\"dropped\",signal=\"traces\"} 3.0"));
	}

	@Test
	void namesTheServiceWithoutTheStarter() {
		broken("orders -> Collector", "is observability-starter on the class path",
				() -> this.stack.says("/scrape", "jvm_info 1"));
	}

	@Test
	void namesServicesThatSendElsewhere() {
		broken("services -> Collector", "OTLP_ENDPOINT must be the Collector's",
				() -> this.stack.says("/collector", "otelcol_receiver_accepted_spans_total 5"));
	}

	@Test
	void tellsRefusedSpansFromLostOnes() {
		this.stack.says("/collector",
				"otelcol_receiver_accepted_spans_total 5\notelcol_receiver_refused_spans_total 5");
		assertThat(this.stack.verify()).isEqualTo(1);
		assertThat(this.stack.output()).contains("BROKEN  services -> Collector");
	}

	@Test
	void namesAServiceThatIsMissingInTheTrace() {
		broken("Collector -> Tempo", "no traceparent on the call to it",
				() -> this.stack.says("/tempo/api/v2/traces/" + StandInStack.TRACE,
						"{\"trace\":" + StandInStack.resourceSpans("gateway", "orders") + "}"));
	}

	@Test
	void comparesWithJaegerWhenBothAreFed() {
		assertThat(this.stack.verify("--vendor=tempo-jaeger")).as(this.stack.output()).isZero();
		assertThat(this.stack.output()).contains("ok      Collector -> Jaeger");
		this.stack.says("/jaeger/api/v3/traces/" + StandInStack.TRACE, "{}");
		assertThat(this.stack.verify("--vendor=tempo-jaeger")).isEqualTo(1);
		assertThat(this.stack.output()).contains("BROKEN  Collector -> Jaeger", "JAEGER_ENDPOINT");
	}

	@Test
	void namesASpanThatOneOfTwoTraceBackendsLacks() {
		String span = "{\"resourceSpans\":[{\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":{\"stringValue\":\"%s\"}}]},\"scopeSpans\":[{\"spans\":[{\"spanId\":\"%s\",\"name\":\"pick\"}]}]},";
		String rest = StandInStack.resourceSpans("gateway", "inventory").substring("{\"resourceSpans\":[".length());
		String inTempo = span.formatted("orders", "xUgMrTFspbU=") + rest;
		String inJaeger = span.formatted("orders", "c5480cad316ca5b5") + rest;
		this.stack.says("/tempo/api/v2/traces/" + StandInStack.TRACE, "{\"trace\":" + inTempo + "}");
		this.stack.says("/jaeger/api/v3/traces/" + StandInStack.TRACE, "{\"result\":" + inJaeger + "}");
		assertThat(this.stack.verify("--vendor=tempo-jaeger")).as(this.stack.output()).isZero();
		assertThat(this.stack.output()).contains("1 spans in both");
		this.stack.says("/jaeger/api/v3/traces/" + StandInStack.TRACE,
				"{\"result\":" + inJaeger.replace("pick", "pack") + "}");
		assertThat(this.stack.verify("--vendor=tempo-jaeger")).isEqualTo(1);
		assertThat(this.stack.output()).contains("BROKEN  Tempo = Jaeger", "orders: pick", "orders: pack");
	}

	@Test
	void namesLogLinesWithoutTheirTrace() {
		broken("Collector -> Loki", "trace_id must arrive as structured metadata",
				() -> this.stack.says("trace_id", "{\"data\":{\"result\":[]}}"));
	}

	@Test
	void namesMetricsThatAreNotScraped() {
		broken("Collector -> metrics", "either scrape gateway",
				() -> this.stack.says("/metrics/api/v1/query", "{\"data\":{\"result\":[]}}"));
	}

	@Test
	void namesTheWrongBaseOfThePrometheusApi() {
		broken("Collector -> metrics", ".../prometheus for Mimir", () -> this.stack.lacks("/metrics/api/v1/query"));
	}

	@Test
	void namesExemplarsThatAreOff() {
		broken("exemplar -> trace", "max_global_exemplars_per_user",
				() -> this.stack.says("/metrics/api/v1/query_exemplars", "{\"data\":[]}"));
	}

	@Test
	void namesALinkOfGrafanaThatLeadsNowhere() {
		broken("Grafana's links", "provisioning/datasources must be mounted",
				() -> this.stack.says("/grafana/api/datasources", StandInStack.sources("tempo")));
		assertThat(this.stack.output())
			.contains("exemplar -> trace (exemplarTraceIdDestinations) leads to \"tempo\" instead of \"traces\"");
	}

	@Test
	void namesADataSourceThatDoesNotReachItsBackend() {
		broken("Grafana -> data sources", "the url of the data source",
				() -> this.stack.lacks("/grafana/api/datasources/uid/logs/health"));
		assertThat(this.stack.output()).contains("logs: 404");
	}

	@Test
	void looksForAServiceOfTheUserWithoutPlacingAnOrder() {
		this.stack.lacks("/api/orders");
		assertThat(this.stack.verify("--service=billing", "--grafana=none")).as(this.stack.output()).isZero();
		assertThat(this.stack.output()).contains("Tempo finds a trace of billing", "GET /bills");
	}

	@Test
	void saysWhatAServiceOfTheUserNeeds() {
		this.stack.says("/tempo/api/search", "{\"traces\":[]}");
		assertThat(this.stack.verify("--service", "billing")).isEqualTo(1);
		assertThat(this.stack.output()).contains("its spring.application.name must be \"billing\"");
	}

	@Test
	void asksTheCollectorWhereTheVendorCannotBeAsked() {
		assertThat(this.stack.verify("--vendor=datadog")).as(this.stack.output()).isZero();
		assertThat(this.stack.output()).contains("ok      Collector -> datadog").doesNotContain("Tempo");
	}

	@Test
	void refusesWhatItDoesNotKnow() {
		assertThat(this.stack.verify("--temp=http://x")).isEqualTo(2);
		assertThat(this.stack.output()).contains("Unknown flag --temp.");
		assertThat(this.stack.verify("--tempo=x")).isEqualTo(2);
		assertThat(this.stack.output()).contains("--tempo must be an http(s) URL; it is x");
	}

	@Test
	void explainsItself() {
		assertThat(this.stack.verify("--help")).isZero();
		assertThat(this.stack.output()).contains("--service", "VERIFY_TEMPO");
	}

	private void broken(String hop, String remedy, Runnable how) {
		how.run();
		assertThat(this.stack.verify()).as(this.stack.output()).isEqualTo(1);
		assertThat(this.stack.output()).contains("BROKEN  " + hop + "\n", "remedy").contains(remedy);
	}

}

package dev.oddkit.observability.classpath;

import dev.oddkit.observability.otlp.Metric;
import dev.oddkit.observability.otlp.SpanKind;
import dev.oddkit.observability.otlp.SpanStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that calls itself with every kind of client, from within an observation
 * and a span of OpenTelemetry's.
 */
class ClientsIT {

	private static RunningApplication application;

	@BeforeAll
	static void run() {
		application = RunningApplication.of("clients")
			.main("com.example.CallsApplication")
			.property("observability.metrics.to=otlp")
			.start();
		assertThat(application.awaitEnd()).as(application.log()).isZero();
	}

	@AfterAll
	static void close() {
		application.close();
	}

	@ParameterizedTest
	@CsvSource({ "rest.client, GET /greeting/{name}, GET /greeting/{name}",
			"rest.template, GET /greeting/{name}, GET /greeting/{name}",
			"http.interface, GET /greeting/{name}, GET /greeting/{name}", "http.group, GET, GET /greeting/{name}",
			"feign, GET /greeting/{name}, GET /greeting/{name}",
			"grpc, example.Greetings/Greet, example.Greetings/Greet" })
	void callMakesOneSpanAtEachEnd(String work, String client, String server) {
		assertThat(Shape.of(application, work)).isEqualTo("""
				INTERNAL %s
				  INTERNAL step
				    CLIENT %s
				      SERVER %s
				""".formatted(work, client, server));
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "apache", "okhttp" })
	void clientWithoutSpringSendsTheContextByTheLineOfThePage(String work) {
		assertThat(Shape.of(application, work)).matches("""
				INTERNAL %s
				  INTERNAL step
				    CLIENT .+
				      SERVER GET /greeting/\\{name}
				""".formatted(work));
	}

	@Test
	void requestOfFeignThatFindsNothingSaysSo() {
		String traceId = application.span("feign.missing").traceId();
		assertThat(application.spans(traceId)).filteredOn((span) -> span.name().equals("GET /missing/{name}"))
			.singleElement()
			.satisfies((span) -> {
				assertThat(span.status()).isEqualTo(SpanStatus.ERROR);
				assertThat(span.attributes()).containsEntry("http.response.status_code", 404L)
					.containsEntry("error.type", "404");
			});
	}

	@Test
	void requestOfFeignThatNobodyAnswersHasASpanAndADuration() {
		String traceId = application.span("feign.refused").traceId();
		assertThat(application.log()).contains("Refused: Connection refused executing GET");
		assertThat(application.spans(traceId)).filteredOn((span) -> span.name().equals("GET /greeting/{name}"))
			.singleElement()
			.satisfies((span) -> {
				assertThat(span.kind()).isEqualTo(SpanKind.CLIENT);
				assertThat(span.attributes()).containsEntry("error.type", "java.net.ConnectException")
					.doesNotContainKey("http.response.status_code");
			});
		assertThat(application.received().metrics())
			.filteredOn((metric) -> metric.name().equals("http.client.request.duration"))
			.flatExtracting(Metric::points)
			.anySatisfy(
					(point) -> assertThat(point.attributes()).containsEntry("error.type", "java.net.ConnectException")
						.containsEntry("url.template", "/greeting/{name}"));
	}

	@Test
	void requestOfFeignWhoseClientBreaksHasASpanAndADuration() {
		assertThat(application.spans(application.span("feign.broken").traceId()))
			.filteredOn((span) -> span.name().equals("GET /broken/{name}"))
			.singleElement()
			.satisfies((span) -> {
				assertThat(span.attributes()).containsEntry("error.type", "java.lang.IllegalStateException");
				assertThat(span.events()).extracting((event) -> event.attributes().get("exception.type"))
					.containsExactly("java.lang.IllegalStateException");
			});
		assertThat(application.received().metrics())
			.filteredOn((metric) -> metric.name().equals("http.client.request.duration"))
			.flatExtracting(Metric::points)
			.filteredOn((point) -> "/broken/{name}".equals(point.attributes().get("url.template")))
			.singleElement()
			.satisfies((point) -> assertThat(point.attributes()).containsEntry("error.type",
					"java.lang.IllegalStateException"));
	}

	@Test
	void applicationGetsFromAFeignClientWhatItThrew() {
		assertThat(application.log()).contains("Broken: No connection")
			.contains("Client threw java.net.ConnectException")
			.contains("Client threw java.lang.IllegalStateException");
	}

	@Test
	void feignLogsACallThatNobodyAnswers() {
		assertThat(application.log()).contains("<--- ERROR ConnectException: Connection refused");
	}

	@Test
	void feignKeepsItsNamesWhereTheConventionsAreMicrometers() {
		try (RunningApplication micrometer = RunningApplication.of("clients")
			.main("com.example.CallsApplication")
			.property("observability.metrics.to=otlp")
			.property("observability.naming.conventions=micrometer")
			.start()) {
			assertThat(micrometer.awaitEnd()).as(micrometer.log()).isZero();
			assertThat(Shape.of(micrometer, "feign")).isEqualTo("""
					INTERNAL feign
					  INTERNAL step
					    CLIENT HTTP GET
					      SERVER http get /greeting/{name}
					""");
			assertThat(Shape.of(micrometer, "feign.refused")).contains("CLIENT HTTP GET");
			assertThat(micrometer.received().metrics())
				.filteredOn((metric) -> metric.name().equals("http.client.requests"))
				.flatExtracting(Metric::points)
				.filteredOn((point) -> point.attributes().containsKey("clientName"))
				.extracting((point) -> point.attributes().get("http.status_code"))
				.containsOnly("200", "404", "CLIENT_ERROR");
			assertThat(micrometer.received().metrics()).extracting(Metric::name)
				.doesNotContain("http.client.request.duration");
		}
	}

	@Test
	void queryMakesOneSpanAndOneForEachFieldThatIsFetched() {
		assertThat(Shape.of(application, "graphql")).isEqualTo("""
				INTERNAL graphql
				  INTERNAL step
				    CLIENT POST /graphql
				      SERVER POST /graphql
				        INTERNAL graphql field greeting
				        INTERNAL graphql query
				""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "rest.client", "rest.template", "http.interface", "http.group", "jdk", "apache", "okhttp",
			"feign", "grpc", "graphql" })
	void whatIsCalledLogsInTheTraceOfItsCaller(String work) {
		String traceId = application.span(work).traceId();
		assertThat(application.received().logs()).filteredOn((log) -> log.traceId().equals(traceId))
			.filteredOn((log) -> !log.scope().name().equals("com.example.FeignGreetings"))
			.extracting("body")
			.containsExactly("Greeting Ada");
	}

	@Test
	void refreshOfSpringCloudChangesNothingThatTheStarterComputes() {
		assertThat(application.log()).contains("Changed by the refresh: []");
	}

	@Test
	void tablesOfThePageSayAllOfIt() {
		DocumentedLibraries.of("gRPC", "GraphQL", "`HttpClient` of the JDK", "Apache HttpClient", "OkHttp")
			.compare(application);
	}

}

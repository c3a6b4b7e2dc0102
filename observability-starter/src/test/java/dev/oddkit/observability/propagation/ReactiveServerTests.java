package dev.oddkit.observability.propagation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import dev.oddkit.observability.RunningShop;
import dev.oddkit.observability.otlp.OtlpReceiver;
import dev.oddkit.observability.otlp.RecordingConsumer;
import dev.oddkit.observability.otlp.SpanKind;
import dev.oddkit.observability.otlp.SpanStatus;
import dev.oddkit.observability.otlp.Trace;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.ClientRequestObservationConvention;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A caller of a WebFlux server, and the span of its request.
 */
class ReactiveServerTests {

	private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

	private final RecordingConsumer received = new RecordingConsumer();

	@ParameterizedTest
	@ValueSource(strings = { "/works", "/fails", "/nowhere" })
	void callerIsToldTheTraceOfItsRequestWhateverTheAnswer(String path) throws Exception {
		HttpResponse<String> response = get(path, "--observability.propagation.response.header=x-trace");
		assertThat(response.headers().firstValue("x-trace")).contains(TRACE_ID);
	}

	@Test
	void statusOfTheSpanIsANumber() throws Exception {
		get("/works");
		assertThat(
				this.received.awaitTrace("the request", (trace) -> trace.traceId().equals(TRACE_ID), RunningShop.SOON)
					.root())
			.satisfies((span) -> {
				assertThat(span.kind()).isEqualTo(SpanKind.SERVER);
				assertThat(span.attributes()).containsEntry("http.response.status_code", 200L);
			});
	}

	@ParameterizedTest
	@CsvSource({ "/nowhere, 404", "/problem, 409" })
	void mistakeOfTheCallerIsNoErrorOfTheServer(String path, long status) throws Exception {
		get(path, "--spring.webflux.problemdetails.enabled=true");
		assertThat(
				this.received.awaitTrace("the request", (trace) -> trace.traceId().equals(TRACE_ID), RunningShop.SOON)
					.root())
			.satisfies((span) -> {
				assertThat(span.attributes()).containsEntry("http.response.status_code", status)
					.doesNotContainKey("error.type");
				assertThat(span.status()).isEqualTo(SpanStatus.UNSET);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "/fails", "/fails-later" })
	void lineForAnUncaughtExceptionBelongsToTheTraceOfItsRequest(String path) throws Exception {
		get(path);
		Trace trace = this.received.awaitTrace("the request", (candidate) -> candidate.traceId().equals(TRACE_ID),
				RunningShop.SOON);
		assertThat(this.received.logs()).filteredOn((record) -> record.severityText().equals("ERROR"))
			.singleElement()
			.satisfies((record) -> {
				assertThat(record.attributes()).containsEntry("exception.message", "the handler fails");
				assertThat(record.traceId()).isEqualTo(TRACE_ID);
				assertThat(record.spanId()).isEqualTo(trace.root().spanId());
			});
	}

	@Test
	void problemTellsTheTraceOfItsRequest() throws Exception {
		HttpResponse<String> response = get("/problem", "--observability.propagation.response.header=x-trace",
				"--spring.webflux.problemdetails.enabled=true");
		assertThat(response.statusCode()).isEqualTo(409);
		assertThat(response.body()).contains("\"traceId\":\"" + TRACE_ID + "\"");
	}

	@Test
	void numbersOfTheSpanOfAClientAreNumbers() throws Exception {
		get("/relay");
		Trace trace = this.received.awaitTrace("both requests",
				(candidate) -> candidate.traceId().equals(TRACE_ID) && candidate.spans().size() == 3, RunningShop.SOON);
		assertThat(trace.spans()).filteredOn((span) -> span.kind() == SpanKind.CLIENT)
			.singleElement()
			.satisfies((span) -> assertThat(span.attributes()).containsEntry("http.response.status_code", 200L)
				.containsEntry("server.address", "localhost")
				.hasEntrySatisfying("server.port", (port) -> assertThat(port).isInstanceOf(Long.class)));
	}

	private HttpResponse<String> get(String path, String... settings) throws IOException, InterruptedException {
		SpringApplication application = new SpringApplication(Service.class);
		application.setWebApplicationType(WebApplicationType.REACTIVE);
		try (OtlpReceiver receiver = OtlpReceiver.builder(this.received).build().start()) {
			application.setDefaultProperties(Map.of("server.port", "0", "spring.application.name", "reactive",
					"observability.exporter.endpoint", receiver.endpoint()));
			try (ConfigurableApplicationContext context = application.run(settings)) {
				String port = context.getEnvironment().getProperty("local.server.port");
				return HttpClient.newHttpClient()
					.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
						.header("traceparent", "00-" + TRACE_ID + "-00000000000000bb-01")
						.build(), HttpResponse.BodyHandlers.ofString());
			}
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Service {

		@GetMapping("/problem")
		Mono<String> problem() {
			return Mono.delay(Duration.ofMillis(20)).then(Mono.error(new ErrorResponseException(HttpStatus.CONFLICT)));
		}

		@Bean
		RouterFunction<ServerResponse> routes(ObservationRegistry observations,
				ClientRequestObservationConvention names) {
			WebClient client = WebClient.builder()
				.clientConnector(new JdkClientHttpConnector())
				.observationRegistry(observations)
				.observationConvention(names)
				.build();
			return RouterFunctions.route()
				.GET("/relay",
						(request) -> ServerResponse.ok()
							.body(client.get()
								.uri("http://localhost:" + request.uri().getPort() + "/works")
								.retrieve()
								.bodyToMono(String.class), String.class))
				.GET("/works", (request) -> ServerResponse.ok().bodyValue("works"))
				.GET("/fails", (request) -> {
					throw new IllegalStateException("the handler fails");
				})
				.GET("/fails-later",
						(request) -> Mono.delay(Duration.ofMillis(20))
							.then(Mono.error(new IllegalStateException("the handler fails"))))
				.build();
		}

	}

}

package dev.oddkit.observability.propagation;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

import com.example.delivery.Courier;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.oddkit.observability.RoomReport;
import dev.oddkit.observability.RunningShop;
import dev.oddkit.observability.otlp.OtlpReceiver;
import dev.oddkit.observability.otlp.RecordingConsumer;
import dev.oddkit.observability.otlp.Span;
import dev.oddkit.observability.otlp.SpanKind;
import dev.oddkit.observability.otlp.Trace;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.SimpleThreadScope;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestOperations;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * HTTP clients as users make them. The callee answers with the {@code traceparent} that
 * it got.
 */
@ExtendWith(OutputCaptureExtension.class)
class ClientPropagationTests {

	private static final String NOTHING = "nothing";

	private static final RecordingConsumer received = new RecordingConsumer();

	private static OtlpReceiver receiver;

	private static HttpServer callee;

	private static ConfigurableApplicationContext context;

	private static String output;

	@BeforeAll
	static void start(CapturedOutput captured) throws IOException {
		receiver = OtlpReceiver.builder(received).build().start();
		callee = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		callee.createContext("/", ClientPropagationTests::answer);
		callee.start();
		context = start();
		output = captured.getOut();
	}

	private static ConfigurableApplicationContext start(String... arguments) {
		SpringApplication application = new SpringApplication(ServiceWithClients.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setDefaultProperties(Map.of("spring.application.name", "clients", "otel.bsp.schedule.delay", "50ms",
				"observability.exporter.endpoint", receiver.endpoint(), "observability.metrics.to", "none"));
		ConfigurableApplicationContext started = application.run(arguments);
		started.getBeanFactory().registerScope("late", new SimpleThreadScope());
		return started;
	}

	@AfterAll
	static void stop() {
		context.close();
		callee.stop(0);
		receiver.close();
	}

	private static void answer(HttpExchange exchange) throws IOException {
		String traceparent = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("traceparent"), NOTHING);
		byte[] body = traceparent.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(200, body.length);
		try (OutputStream response = exchange.getResponseBody()) {
			response.write(body);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "template", "product", "scoped", "client", "clientOfTheTemplate", "builder", "reactive",
			"reactiveBuilder", "warehouse.template", "warehouse.shared", "gateway.template", "counter.scoped",
			"courier.template" })
	void callOfAClientThatTheApplicationMakesHasOneSpanWhoseContextItSends(String client) {
		Called called = call(context, client);
		assertThat(called.trace().spans()).hasSize(2);
		Span span = called.span(SpanKind.CLIENT);
		assertThat(span.name()).isEqualTo("GET /items/{id}");
		assertThat(span.parentSpanId()).isEqualTo(called.trace().root().spanId());
		assertThat(called.traceparent()).startsWith("00-%s-%s-".formatted(span.traceId(), span.spanId()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "template", "client", "reactive" })
	void callThatTheConventionsOfMicrometerNameHasSpringsNames(String client) {
		try (ConfigurableApplicationContext micrometer = start("--observability.naming.conventions=micrometer")) {
			assertThat(call(micrometer, client).span(SpanKind.CLIENT).name()).isEqualTo("http get");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "client", "reactive" })
	void lazyClientIsObservedFromItsFirstCallOn(String client) {
		try (ConfigurableApplicationContext lazy = start("--spring.main.lazy-initialization=true")) {
			Called called = call(lazy, client);
			assertThat(called.traceparent()).contains(called.span(SpanKind.CLIENT).spanId());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "tracedTemplate", "tracedClient", "tracedReactive" })
	void clientThatIsTracedByOpenTelemetryAlreadyHasNoSecondSpan(String client) {
		Called called = call(context, client);
		assertThat(called.trace().spans()).hasSize(2);
		assertThat(called.span(SpanKind.CLIENT).scope().name()).startsWith("io.opentelemetry.");
		assertThat(called.traceparent()).contains(called.span(SpanKind.CLIENT).spanId());
	}

	@Test
	void clientThatOutlivesAnApplicationServesTheNext() {
		context.close();
		assertThat(get(ServiceWithClients.Warehouse.shared, url())).isEqualTo(NOTHING);
		context = start();
		Called called = call(context, "warehouse.shared");
		assertThat(called.traceparent()).contains(called.span(SpanKind.CLIENT).spanId());
	}

	@Test
	void clientWithARegistryOfItsOwnStaysAsItIs() {
		assertThat(call(context, "silent").traceparent()).isEqualTo(NOTHING);
	}

	@ParameterizedTest
	@CsvSource({ "warehouse.client, RestClient", "warehouse.reactive, WebClient" })
	void clientThatCannotBeChangedAnyMoreIsNamedOnceAtStart(String client, String type) {
		assertThat(call(context, client).traceparent()).isEqualTo(NOTHING);
		String field = ServiceWithClients.Warehouse.class.getName() + client.substring(client.indexOf('.'));
		assertThat(output.lines().filter((line) -> line.contains("The " + type + " in " + field))).singleElement()
			.asString()
			.contains("sends no context", "an injected " + type + ".Builder");
	}

	@Test
	void reportListsEachClientThatSpringBootDidNotMake() {
		RoomReport report = context.getBean("observabilityPropagationReport", RoomReport.class);
		String warehouse = ServiceWithClients.Warehouse.class.getName();
		assertThat(report.state().get().get("clients")).asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsEntry("template", "carries context")
			.containsEntry(warehouse + ".template", "carries context")
			.hasEntrySatisfying(warehouse + ".client",
					(state) -> assertThat(state).asString().startsWith("does not carry context"))
			.doesNotContainKey("silent")
			.doesNotContainKey("tracedTemplate");
	}

	@Test
	void clientsStayAsTheyAreWhereTheApplicationSaysSo() {
		try (ConfigurableApplicationContext off = start("--observability.propagation.clients.enabled=false")) {
			assertThat(call(off, "template").traceparent()).isEqualTo(NOTHING);
		}
	}

	private static Called call(ConfigurableApplicationContext caller, String client) {
		ObservationRegistry registry = caller.getBean(ObservationRegistry.class);
		return Observation.createNotStarted("work", registry).observe(() -> {
			String traceId = caller.getBean(Tracer.class).currentTraceContext().context().traceId();
			return new Called(traceId, get(client(caller, client), url()));
		});
	}

	private static String url() {
		return "http://localhost:" + callee.getAddress().getPort() + "/items/{id}";
	}

	private static Object client(ConfigurableApplicationContext caller, String name) {
		return switch (name) {
			case "warehouse.template" -> caller.getBean(ServiceWithClients.Warehouse.class).template;
			case "warehouse.shared" -> ServiceWithClients.Warehouse.shared;
			case "warehouse.client" -> caller.getBean(ServiceWithClients.Warehouse.class).client;
			case "warehouse.reactive" -> caller.getBean(ServiceWithClients.Warehouse.class).reactive;
			case "gateway.template" -> caller.getBean(ServiceWithClients.Gateway.class).getRestTemplate();
			case "courier.template" -> caller.getBean(Courier.class).template;
			case "counter.scoped" -> caller.getBean(ServiceWithClients.Counter.class).scoped;
			default -> caller.getBean(name);
		};
	}

	private static String get(Object client, String url) {
		if (client instanceof RestOperations template) {
			return template.getForObject(url, String.class, 1);
		}
		if (client instanceof RestClient.Builder builder) {
			return get(builder.build(), url);
		}
		if (client instanceof WebClient.Builder builder) {
			return get(builder.build(), url);
		}
		return (client instanceof RestClient restClient) ? restClient.get().uri(url, 1).retrieve().body(String.class)
				: ((WebClient) client).get().uri(url, 1).retrieve().bodyToMono(String.class).block(RunningShop.SOON);
	}

	/**
	 * One call.
	 *
	 * @param traceId the trace that the caller is in
	 * @param traceparent what the callee got
	 */
	record Called(String traceId, String traceparent) {

		Trace trace() {
			return received.awaitTrace("the caller's span and that of its call",
					(trace) -> trace.traceId().equals(this.traceId) && trace.spans().size() >= 2, RunningShop.SOON);
		}

		Span span(SpanKind kind) {
			return trace().spans().stream().filter((span) -> span.kind() == kind).findFirst().orElseThrow();
		}

	}

}

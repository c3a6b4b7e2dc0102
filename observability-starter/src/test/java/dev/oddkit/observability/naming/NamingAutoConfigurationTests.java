package dev.oddkit.observability.naming;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.oddkit.observability.RunningShop;
import dev.oddkit.observability.otlp.Span;
import dev.oddkit.observability.otlp.SpanKind;
import dev.oddkit.observability.otlp.SpanStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class NamingAutoConfigurationTests {

	private static final Pattern LABEL = Pattern.compile("[{,]([a-z_]+)=");

	private static RunningShop shop;

	private static Map<String, Span> spans;

	@BeforeAll
	static void start() {
		shop = new RunningShop("shop.tick=100ms");
		spans = shop.trace(shop.getTraced("/outer"), 7)
			.spans()
			.stream()
			.collect(Collectors.toMap((span) -> span.kind() + " " + span.name(), (span) -> span));
	}

	@AfterAll
	static void stop() {
		shop.close();
	}

	@Test
	void serverSpanHasTheStableAttributes() {
		assertThat(spans.get(SpanKind.SERVER + " GET /outer").attributes()).containsEntry("http.request.method", "GET")
			.containsEntry("http.route", "/outer")
			.containsEntry("url.path", "/outer")
			.containsEntry("http.response.status_code", 200L);
	}

	@Test
	void serverSpanOfAServerErrorHasFailed() {
		assertThat(shop.trace(shop.getTraced("/unavailable"), 1).root().status()).isEqualTo(SpanStatus.ERROR);
	}

	@Test
	void serverSpanOfAClientErrorHasNotFailed() {
		assertThat(shop.trace(shop.getTraced("/problem"), 1).root().status()).isEqualTo(SpanStatus.UNSET);
	}

	@Test
	void clientSpanHasTheStableAttributes() {
		assertThat(spans.get(SpanKind.CLIENT + " GET /inner/{id}").attributes())
			.containsEntry("http.request.method", "GET")
			.containsEntry("url.template", "/inner/{id}")
			.containsEntry("server.address", "localhost")
			.containsEntry("http.response.status_code", 200L)
			.hasEntrySatisfying("server.port", (port) -> assertThat(port).isInstanceOf(Long.class))
			.hasEntrySatisfying("url.full", (url) -> assertThat((String) url).endsWith("/inner/7"));
	}

	@Test
	void secretsInAQueryDoNotLeave() {
		call("/inner/7?page=2&sig=hunter2&X-Amz-Signature=hunter2&access_token=hunter2");
		assertThat(clientSpan("GET /inner/7").attributes()).extractingByKey("url.full")
			.asString()
			.endsWith("/inner/7?page=2&sig=REDACTED&X-Amz-Signature=REDACTED&access_token=REDACTED");
	}

	@ParameterizedTest
	@CsvSource({ "/problem, 409", "/unavailable, 503" })
	void clientSpanOfAnAnswerThatIsAnErrorHasFailedWithoutAnException(String path, String status) {
		call(path);
		assertThat(clientSpan("GET " + path)).satisfies((span) -> {
			assertThat(span.attributes()).containsEntry("error.type", status);
			assertThat(span.status()).isEqualTo(SpanStatus.ERROR);
		});
	}

	@Test
	void databaseSpanHasTheStableAttributes() {
		assertThat(spans.get(SpanKind.CLIENT + " select").attributes()).containsEntry("db.system.name", "h2database")
			.containsKey("db.query.text")
			.doesNotContainKeys("db.system", "db.statement");
	}

	@Test
	void methodOfASpanHasTheStableName() {
		assertThat(spans.get(SpanKind.INTERNAL + " with-span-method").attributes())
			.containsEntry("code.function.name", "dev.oddkit.observability.shop.ShopService.withSpan")
			.doesNotContainKeys("code.function", "code.namespace");
	}

	@Test
	void methodOfAScheduledTaskHasTheStableName() {
		Span task = shop.received()
			.awaitTrace("the task", (trace) -> trace.root().name().equals("task shopSchedule.tick"), RunningShop.SOON)
			.root();
		assertThat(task.attributes())
			.containsEntry("code.function.name", "dev.oddkit.observability.shop.ShopSchedule.tick")
			.containsEntry("outcome", "SUCCESS")
			.doesNotContainKeys("code.function", "code.namespace");
		assertThat(labels("tasks_scheduled_execution_seconds_count")).containsExactlyInAnyOrder("code_function_name",
				"error", "exception", "outcome");
	}

	@Test
	void metersHaveTheStableNames() {
		assertThat(shop.get("/actuator/prometheus").body()).contains("http_server_request_duration_seconds_bucket{")
			.contains("http_client_request_duration_seconds_bucket{")
			.contains("db_client_operation_duration_seconds_bucket{")
			.contains("jvm_memory_used_bytes{", "jvm_memory_type=\"heap\"")
			.contains("jvm_thread_count{", "jvm_class_count ", "jvm_cpu_time_seconds_total ")
			.doesNotContain("jvm_cpu_time_ns", "_active_seconds{error");
	}

	@Test
	void httpMetersHaveOnlyLabelsOfTheConventions() {
		shop.get("/nowhere/17");
		assertThat(labels("http_server_request_duration_seconds_count")).isSubsetOf("http_request_method",
				"http_response_status_code", "http_route", "url_scheme", "error_type");
		assertThat(labels("http_client_request_duration_seconds_count")).containsExactlyInAnyOrder(
				"http_request_method", "http_response_status_code", "server_address", "server_port", "url_template");
	}

	@Test
	void serverErrorWithoutAnExceptionHasItsStatusAsType() {
		Span failed = shop.trace(shop.getTraced("/unavailable"), 1).root();
		assertThat(failed.attributes()).containsEntry("error.type", "503");
	}

	@Test
	void unmappedPathsShareOneRoute() {
		shop.get("/nowhere/1");
		shop.get("/nowhere/2");
		// A caller has the answer before the request is measured
		await().atMost(RunningShop.SOON)
			.untilAsserted(() -> assertThat(
					shop.get("/actuator/prometheus").body().lines().filter((line) -> line.startsWith("http_server_")))
				.anyMatch((line) -> line.contains("http_response_status_code=\"404\""))
				.noneMatch((line) -> line.contains("nowhere") || line.contains("UNKNOWN")));
	}

	private static void call(String path) {
		String port = shop.context().getEnvironment().getProperty("local.server.port");
		shop.context()
			.getBean(RestClient.Builder.class)
			.build()
			.get()
			.uri("http://localhost:" + port + path)
			.exchange((request, response) -> response.getStatusCode());
	}

	private static Span clientSpan(String name) {
		return shop.received()
			.awaitTrace("the call",
					(trace) -> trace.root().name().equals(name) && trace.root().kind() == SpanKind.CLIENT,
					RunningShop.SOON)
			.root();
	}

	private static Set<String> labels(String sample) {
		return shop.get("/actuator/prometheus")
			.body()
			.lines()
			.filter((line) -> line.startsWith(sample + "{"))
			.flatMap((line) -> LABEL.matcher(line).results())
			.map((label) -> label.group(1))
			.collect(Collectors.toSet());
	}

}

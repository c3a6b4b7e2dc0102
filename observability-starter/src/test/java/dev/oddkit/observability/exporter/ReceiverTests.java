package dev.oddkit.observability.exporter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import dev.oddkit.observability.UserExporters;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who receives spans, log records and metrics: OTLP, the console, exporters of the
 * user's, nobody.
 */
@ExtendWith(OutputCaptureExtension.class)
class ReceiverTests {

	private static final List<String> RECEIVED = new CopyOnWriteArrayList<>();

	private static final List<String> THREADS = new CopyOnWriteArrayList<>();

	@BeforeEach
	void forget() {
		RECEIVED.clear();
		THREADS.clear();
	}

	@ParameterizedTest
	@CsvSource({ "otlp, otlp", "none, none", "console, prometheus", "otlp, ''" })
	void exportersOfTheUserReceiveInEveryCaseAndNeverOnTheCallersThread(String way, String metrics,
			CapturedOutput output) {
		List<String> settings = new ArrayList<>(
				List.of("observability.exporter.traces.to: " + way, "observability.exporter.logs.to: " + way));
		if (!metrics.isEmpty()) {
			settings.add("observability.metrics.to: " + metrics);
		}
		try (StartedService service = StartedService.with(Exporters.class, settings)) {
			service.work("work");
			LoggerFactory.getLogger("shop").info("a line of the shop");
			service.context().getBean(MeterRegistry.class).counter("shop.micrometer").increment();
			service.context().getBean(OpenTelemetry.class).getMeter("shop").counterBuilder("shop.api").build().add(1);
		}
		assertThat(RECEIVED)
			.contains("span work", "line a line of the shop", "metric shop.micrometer", "metric shop.api")
			.doesNotHaveDuplicates();
		assertThat(THREADS).doesNotContain(Thread.currentThread().getName());
		assertThat(output).doesNotContain("nothing is pushed");
	}

	@Test
	void otlpAndConsoleTogetherReceiveEachSpanOnce(CapturedOutput output) {
		try (HttpCollector collector = new HttpCollector()) {
			try (StartedService service = StartedService.with(
					"observability.exporter.endpoint: http://127.0.0.1:" + collector.port(),
					"observability.exporter.traces.to: console,otlp")) {
				service.work("work");
				service.context().getBean(ExportStatus.class);
			}
			assertThat(collector.await((arrival) -> arrival.isOf(Signal.TRACES)).spans()).containsExactly("work");
			assertThat(output.getOut().lines().filter((line) -> line.contains("'work'"))).hasSize(1);
		}
	}

	@Test
	void consoleShowsEachSignalOnce(CapturedOutput output) {
		try (StartedService service = StartedService.with("observability.exporter.traces.to: console",
				"observability.exporter.logs.to: console", "observability.metrics.to: console")) {
			service.work("work");
			LoggerFactory.getLogger("shop").info("a line of the shop");
			service.context().getBean(MeterRegistry.class).counter("shop.micrometer").increment();
			service.context().getBean(OpenTelemetry.class).getMeter("shop").counterBuilder("shop.api").build().add(1);
		}
		for (String line : List.of(".* : 'work' : [0-9a-f]{32} .*", ".* INFO 'a line of the shop' : .*",
				"shop\\.micrometer \\{} 1\\.0 .*", "shop\\.api \\{} 1 .*")) {
			assertThat(output.getOut().lines()).filteredOn((printed) -> printed.matches(line)).as(line).hasSize(1);
		}
		assertThat(output).doesNotContain("nothing is pushed");
	}

	@Test
	void noneSendsNothing() {
		try (HttpCollector collector = new HttpCollector()) {
			try (StartedService service = StartedService.with(
					"observability.exporter.endpoint: http://127.0.0.1:" + collector.port(),
					"observability.exporter.traces.to: none", "OTEL_LOGS_EXPORTER=none")) {
				service.work("work");
			}
			assertThat(collector.arrivals()).isEmpty();
		}
	}

	@Test
	void nothingConfiguredPushesNothingSaysSoOnceAndKeepsNoThread(CapturedOutput output) {
		Set<String> before = threads();
		try (StartedService service = StartedService.with()) {
			service.work("work");
			// those that the SDK starts and we stop end by themselves
			Awaitility.await().untilAsserted(() -> assertThat(threads()).isSubsetOf(before));
		}
		assertThat(output.getOut().lines().filter((line) -> line.contains("observability.exporter.endpoint")))
			.singleElement()
			.asString()
			.contains(" INFO ")
			.doesNotContain("scraped");
	}

	@Test
	void threadsOfTheSdkEndWithTheApplicationAndNotWithTheirNextExport() {
		Set<String> before = threads();
		try (HttpCollector collector = new HttpCollector()) {
			StartedService service = StartedService.with(
					"observability.exporter.endpoint: http://127.0.0.1:" + collector.port(),
					"otel.bsp.schedule.delay: 5m", "otel.blrp.schedule.delay: 5m");
			service.work("work");
			assertThat(threads()).anyMatch((name) -> name.startsWith("Batch"));
			service.close();
			Awaitility.await().untilAsserted(() -> assertThat(threads()).isSubsetOf(before));
		}
	}

	@ParameterizedTest
	@CsvSource({ "health, false", "'health,prometheus', true" })
	void scrapeIsOfferedOnlyWhereThereIsOne(String exposed, boolean offered, CapturedOutput output) {
		SpringApplication application = new SpringApplication(StartedService.Service.class);
		application.setWebApplicationType(WebApplicationType.SERVLET);
		application.run("--server.port=0", "--management.endpoints.web.exposure.include=" + exposed).close();
		assertThat(output.getOut().contains("nothing is pushed, metrics can still be scraped")).isEqualTo(offered);
		assertThat(output).contains("nothing is pushed");
	}

	@Test
	void contradictionsAreNamedOnceWithTheirRemedy(CapturedOutput output) {
		StartedService
			.with("observability.exporter.endpoint: http://127.0.0.1:4318", "observability.exporter.protocol: grpc",
					"observability.exporter.logs.endpoint: http://127.0.0.1:4000",
					"observability.exporter.logs.to: none",
					"observability.exporter.metrics.endpoint: http://127.0.0.1:4000")
			.close();
		assertThat(output.getOut().lines().filter((line) -> line.contains("ExportAnnouncement"))).hasSize(3)
			.anyMatch((line) -> line.contains("The endpoint of metrics is not used:"))
			.anyMatch(
					(line) -> line.contains("WARN") && line.endsWith("The endpoint http://127.0.0.1:4318 has the usual "
							+ "port of http/protobuf, but the protocol is grpc. Set port 4317, or "
							+ "observability.exporter.protocol=http/protobuf"))
			.anyMatch((line) -> line.contains("The endpoint of logs is not used: they go to none."));
	}

	@Test
	void endpointOfASignalThatGoesToTheConsoleIsNamed(CapturedOutput output) {
		StartedService.with("observability.exporter.traces.endpoint: http://127.0.0.1:4000",
				"observability.exporter.traces.to: console",
				"observability.exporter.metrics.endpoint: http://127.0.0.1:4000", "observability.metrics.to: console")
			.close();
		assertThat(output.getOut().lines().filter((line) -> line.contains("ExportAnnouncement")))
			.anyMatch((line) -> line.contains("The endpoint of traces is not used: they go to console. Remove "
					+ "observability.exporter.traces.endpoint, or observability.exporter.traces.to"))
			.anyMatch((line) -> line.contains("The endpoint of metrics is not used:"));
	}

	@ParameterizedTest
	@CsvSource({ "4318, grpc, 4317, http/protobuf", "4317, http/protobuf, 4318, grpc" })
	void portOfTheOtherProtocolIsNamed(String port, String protocol, String otherPort, String otherProtocol,
			CapturedOutput output) {
		StartedService
			.with("observability.exporter.endpoint: http://127.0.0.1:" + port,
					"observability.exporter.protocol: " + protocol)
			.close();
		assertThat(output.getOut().lines().filter((line) -> line.contains("ExportAnnouncement"))).singleElement()
			.asString()
			.endsWith("but the protocol is " + protocol + ". Set port " + otherPort
					+ ", or observability.exporter.protocol=" + otherProtocol);
	}

	@Test
	void bundleOfAnEndpointWithoutTlsIsNamed(CapturedOutput output) {
		StartedService
			.with("spring.ssl.bundle.pem.collector.keystore.certificate: ''",
					"observability.exporter.endpoint: http://127.0.0.1:4318",
					"observability.exporter.ssl-bundle: collector")
			.close();
		assertThat(output.getOut().lines().filter((line) -> line.contains("ExportAnnouncement"))).singleElement()
			.asString()
			.contains("WARN")
			.endsWith("The SSL bundle collector is not used: the endpoint http://127.0.0.1:4318 begins with http. "
					+ "Write https");
	}

	private static Set<String> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> name.matches("(Batch|Periodic|OkHttp).*"))
			.collect(Collectors.toSet());
	}

	@Configuration(proxyBeanMethods = false)
	static class Exporters {

		@Bean
		SpanExporter userSpanExporter() {
			return UserExporters.ofSpans((span) -> received("span " + span.getName()));
		}

		@Bean
		LogRecordExporter userLogRecordExporter() {
			return UserExporters.ofLogs((log) -> received("line " + log.getBodyValue().asString()));
		}

		@Bean
		MetricExporter userMetricExporter() {
			return UserExporters.ofMetrics((metric) -> {
				if (metric.getName().startsWith("shop.")) {
					received("metric " + metric.getName());
				}
			});
		}

		private static void received(String item) {
			RECEIVED.add(item);
			THREADS.add(Thread.currentThread().getName());
		}

	}

}

package dev.oddkit.observability.exporter;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who receives spans and log records: OTLP, the console, exporters of the user's, nobody.
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
	@ValueSource(strings = { "otlp", "none", "console" })
	void exportersOfTheUserReceiveInEveryCaseAndNeverOnTheCallersThread(String way, CapturedOutput output) {
		try (StartedService service = StartedService.with(Exporters.class,
				List.of("observability.exporter.traces.to: " + way, "observability.exporter.logs.to: " + way))) {
			service.work("work");
			LoggerFactory.getLogger("shop").info("a line of the shop");
		}
		assertThat(RECEIVED).contains("span work", "line a line of the shop").doesNotHaveDuplicates();
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
			.contains(" INFO ");
	}

	@Test
	void contradictionsAreNamedOnceWithTheirRemedy(CapturedOutput output) {
		StartedService
			.with("observability.exporter.endpoint: http://127.0.0.1:4318", "observability.exporter.protocol: grpc",
					"observability.exporter.logs.endpoint: http://127.0.0.1:4000",
					"observability.exporter.logs.to: none")
			.close();
		assertThat(output.getOut().lines().filter((line) -> line.contains("ExportAnnouncement"))).hasSize(2)
			.anyMatch(
					(line) -> line.contains("WARN") && line.endsWith("The endpoint http://127.0.0.1:4318 has the usual "
							+ "port of http/protobuf, but the protocol is grpc. Set port 4317, or "
							+ "observability.exporter.protocol=http/protobuf"))
			.anyMatch((line) -> line.contains("The endpoint of logs is not used: they go to none."));
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
			return new SpanExporter() {

				@Override
				public CompletableResultCode export(Collection<SpanData> spans) {
					spans.forEach((span) -> RECEIVED.add("span " + span.getName()));
					THREADS.add(Thread.currentThread().getName());
					return CompletableResultCode.ofSuccess();
				}

				@Override
				public CompletableResultCode flush() {
					return CompletableResultCode.ofSuccess();
				}

				@Override
				public CompletableResultCode shutdown() {
					return CompletableResultCode.ofSuccess();
				}

			};
		}

		@Bean
		LogRecordExporter userLogRecordExporter() {
			return new LogRecordExporter() {

				@Override
				public CompletableResultCode export(Collection<LogRecordData> logs) {
					logs.stream()
						.filter((log) -> log.getInstrumentationScopeInfo().getName().equals("shop"))
						.forEach((log) -> RECEIVED.add("line " + log.getBodyValue().asString()));
					THREADS.add(Thread.currentThread().getName());
					return CompletableResultCode.ofSuccess();
				}

				@Override
				public CompletableResultCode flush() {
					return CompletableResultCode.ofSuccess();
				}

				@Override
				public CompletableResultCode shutdown() {
					return CompletableResultCode.ofSuccess();
				}

			};
		}

	}

}

package dev.oddkit.observability.exporter;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where spans arrive and whether roots are sampled, depending on who said what. The
 * service's own file names one endpoint and drops every new trace.
 */
@ExtendWith(OutputCaptureExtension.class)
class PrecedenceTests {

	private static final Map<String, HttpCollector> COLLECTORS = Stream
		.of("file", "signal", "variable", "system", "command", "connection")
		.collect(Collectors.toMap(Function.identity(), (name) -> new HttpCollector()));

	@AfterAll
	static void stop() {
		COLLECTORS.values().forEach(Collector::close);
	}

	@BeforeAll
	static void name() {
		Connection.url = url("connection");
	}

	@BeforeEach
	void forget() {
		COLLECTORS.values().forEach((collector) -> collector.arrivals().clear());
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', nullValues = "-",
			textBlock = """
					file alone                          | -                                                     | file     | false
					general variable and sampler        | OTEL_EXPORTER_OTLP_ENDPOINT=variable OTEL_TRACES_SAMPLER=always_on | variable | true
					ours for the signal                 | observability.exporter.traces.endpoint: signal        | signal   | false
					ours for the signal, but a variable | observability.exporter.traces.endpoint: signal OTEL_EXPORTER_OTLP_ENDPOINT=variable | variable | false
					system property                     | -Dotel.exporter.otlp.endpoint=system                  | system   | false
					system property over variable       | -Dotel.exporter.otlp.endpoint=system OTEL_EXPORTER_OTLP_ENDPOINT=variable -Dotel.traces.sampler=always_on OTEL_TRACES_SAMPLER=always_off | system | true
					command line over both              | --otel.exporter.otlp.endpoint=command -Dotel.exporter.otlp.endpoint=system OTEL_EXPORTER_OTLP_ENDPOINT=variable --otel.traces.sampler=always_on OTEL_TRACES_SAMPLER=always_off | command | true
					sampler of Spring Boot, a variable  | --management.opentelemetry.tracing.sampler=always-on OTEL_TRACES_SAMPLER=parentbased_always_off | file | false
					empty variables                     | OTEL_EXPORTER_OTLP_ENDPOINT= OTEL_EXPORTER_OTLP_TRACES_ENDPOINT= OTEL_EXPORTER_OTLP_PROTOCOL= OTEL_EXPORTER_OTLP_HEADERS= OTEL_EXPORTER_OTLP_TIMEOUT= OTEL_EXPORTER_OTLP_COMPRESSION= OTEL_EXPORTER_OTLP_CERTIFICATE= OTEL_TRACES_EXPORTER= OTEL_METRICS_EXPORTER= OTEL_TRACES_SAMPLER= OTEL_TRACES_SAMPLER_ARG= OTEL_PROPAGATORS= OTEL_SERVICE_NAME= OTEL_RESOURCE_ATTRIBUTES= OTEL_SDK_DISABLED= OTEL_BSP_SCHEDULE_DELAY= OTEL_BSP_MAX_QUEUE_SIZE= OTEL_METRIC_EXPORT_INTERVAL= OTEL_METRICS_EXEMPLAR_FILTER= | file | false
					variables of the Operator           | OTEL_EXPORTER_OTLP_ENDPOINT=variable OTEL_SERVICE_NAME=from-variable OTEL_RESOURCE_ATTRIBUTES=k8s.pod.name=pod OTEL_PROPAGATORS=tracecontext,baggage,b3 OTEL_TRACES_SAMPLER=parentbased_traceidratio OTEL_TRACES_SAMPLER_ARG=1.0 OTEL_NODE_IP=10.0.0.1 OTEL_POD_IP=10.0.0.2 | variable | true
					""")
	void spansArriveWhere(String who, String settings, String where, boolean rootsToo) {
		try (StartedService service = StartedService.with(null, settings(settings))) {
			work(service);
		}
		assertArrivals(where, rootsToo);
	}

	@Test
	void serviceConnectionBeatsThemAll() {
		try (StartedService service = StartedService.with(Connection.class,
				settings("OTEL_EXPORTER_OTLP_ENDPOINT=variable -Dotel.exporter.otlp.traces.endpoint=system"))) {
			work(service);
		}
		assertArrivals("connection", false);
	}

	@Test
	void nearerNameThatLosesAllTheSameIsNamedOnce(CapturedOutput output) {
		StartedService
			.with("--management.opentelemetry.tracing.sampler=always-on", "--observability.exporter.timeout=7s",
					"OTEL_TRACES_SAMPLER=always_off", "OTEL_EXPORTER_OTLP_TIMEOUT=7000ms",
					"observability.sampling.ratio: 0.1", "OTEL_TRACES_SAMPLER_ARG=0.2")
			.close();
		assertThat(output.getOut().lines().filter((line) -> line.contains("wins wherever"))).singleElement()
			.asString()
			.endsWith("management.opentelemetry.tracing.sampler (command line) has no effect: otel.traces.sampler "
					+ "(environment variable OTEL_TRACES_SAMPLER) wins wherever it stands");
	}

	@Test
	void nameOfTheOperatorIsOnTheSpans() {
		try (StartedService service = StartedService.with(null, settings("OTEL_SERVICE_NAME=from-variable"))) {
			work(service);
		}
		assertThat(COLLECTORS.get("file").arrivals()).first()
			.satisfies((arrival) -> assertThat(new String(arrival.body())).contains("from-variable"));
	}

	private static void work(StartedService service) {
		service.work("root");
		service.workOfACaller("child");
	}

	private static void assertArrivals(String where, boolean rootsToo) {
		Map<String, List<String>> spans = COLLECTORS.entrySet()
			.stream()
			.filter((entry) -> !entry.getValue().arrivals().isEmpty())
			.collect(Collectors.toMap(Map.Entry::getKey,
					(entry) -> entry.getValue()
						.arrivals()
						.stream()
						.filter((arrival) -> arrival.isOf(Signal.TRACES))
						.flatMap(Collector.Arrival::spans)
						.sorted()
						.toList()));
		assertThat(spans).isEqualTo(Map.of(where, rootsToo ? List.of("child", "root") : List.of("child")));
	}

	private static List<String> settings(String words) {
		Stream<String> more = (words != null) ? Arrays.stream(words.replace(": ", ":").split(" ")) : Stream.empty();
		return Stream.concat(Stream.of("observability.exporter.endpoint:file", "observability.sampling.ratio: 0.0",
				"observability.exporter.logs.to: none"), more)
			.map(PrecedenceTests::withUrl)
			.toList();
	}

	private static String withUrl(String setting) {
		return setting.matches("(?i).*endpoint[=:]\\w+")
				? setting.replaceFirst("[=:](\\w+)$", setting.contains("=") ? "=" : ": ")
						+ url(setting.replaceFirst(".*[=:]", ""))
				: setting;
	}

	private static String url(String name) {
		return "http://127.0.0.1:" + COLLECTORS.get(name).port();
	}

	@Configuration(proxyBeanMethods = false)
	static class Connection {

		private static String url;

		@Bean
		OtlpTracingConnectionDetails connection() {
			return (transport) -> url + "/v1/traces";
		}

	}

}

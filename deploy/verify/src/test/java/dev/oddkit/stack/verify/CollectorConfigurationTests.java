package dev.oddkit.stack.verify;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No variant of the Collector's configuration loses what the others have.
 */
class CollectorConfigurationTests {

	static Stream<CollectorVariant> variants() {
		return CollectorVariant.all();
	}

	@ParameterizedTest
	@MethodSource("variants")
	void limitsMemoryFirstInEachPipeline(CollectorVariant variant) {
		assertThat(variant.pipelines()).allSatisfy((name,
				pipeline) -> assertThat(CollectorVariant.list(pipeline, "processors")).startsWith("memory_limiter"));
	}

	@ParameterizedTest
	@MethodSource("variants")
	void countsSpansBeforeAnyOfThemIsDropped(CollectorVariant variant) {
		Object in = variant.pipelines().get("traces/in");
		assertThat(CollectorVariant.list(in, "exporters")).contains("span_metrics", "service_graph", "forward/traces");
		assertThat(CollectorVariant.list(in, "processors")).doesNotContain("tail_sampling");
		assertThat(CollectorVariant.list(variant.pipelines().get("traces/out"), "processors"))
			.endsWith("tail_sampling");
	}

	@ParameterizedTest
	@MethodSource("variants")
	void keepsSecretsOutOfTracesAndLogs(CollectorVariant variant) {
		assertThat(List.of("traces/in", "logs/in"))
			.allSatisfy((pipeline) -> assertThat(CollectorVariant.list(variant.pipelines().get(pipeline), "processors"))
				.contains("redaction"));
	}

	@ParameterizedTest
	@MethodSource("variants")
	void putsWhateverWaitsForABackendOnDisk(CollectorVariant variant) {
		Map<String, Object> exporters = variant.section("exporters");
		for (String name : used(variant, "exporters")) {
			if (!exporters.containsKey(name) || name.equals("prometheus")) {
				continue;
			}
			Map<String, Object> exporter = CollectorVariant.map(exporters.get(name));
			assertThat(CollectorVariant.map(exporter.get("sending_queue"))).as(name)
				.containsEntry("storage", "file_storage/queue")
				.containsEntry("sizer", "bytes")
				.containsKeys("queue_size", "batch");
			if (!name.equals("datadog")) {
				assertThat(CollectorVariant.map(exporter.get("retry_on_failure"))).as(name)
					.containsEntry("max_elapsed_time", "0s");
			}
		}
	}

	@ParameterizedTest
	@MethodSource("variants")
	void sendsEachSignalSomewhere(CollectorVariant variant) {
		assertThat(List.of("traces/out", "metrics/out", "logs/out"))
			.allSatisfy((pipeline) -> assertThat(CollectorVariant.list(variant.pipelines().get(pipeline), "exporters"))
				.isNotEmpty());
		assertThat(List.of("metrics/in", "metrics/spans", "metrics/graph"))
			.allSatisfy((pipeline) -> assertThat(CollectorVariant.list(variant.pipelines().get(pipeline), "exporters"))
				.containsExactly("forward/metrics"));
	}

	@ParameterizedTest
	@MethodSource("variants")
	void namesNoPartThatIsNotDefined(CollectorVariant variant) {
		Map<String, Object> connectors = variant.section("connectors");
		for (String kind : List.of("receivers", "processors", "exporters")) {
			Set<String> known = new TreeSet<>(variant.section(kind).keySet());
			if (!kind.equals("processors")) {
				known.addAll(connectors.keySet());
			}
			assertThat(known).as(kind).containsAll(used(variant, kind));
		}
		for (String connector : connectors.keySet()) {
			assertThat(used(variant, "receivers")).as(variant + " reads from " + connector).contains(connector);
			assertThat(used(variant, "exporters")).as(variant + " writes to " + connector).contains(connector);
		}
	}

	@ParameterizedTest
	@MethodSource("variants")
	void usesTodaysNamesOfParts(CollectorVariant variant) {
		for (String kind : List.of("receivers", "processors", "exporters", "connectors", "extensions")) {
			assertThat(variant.section(kind).keySet())
				.allSatisfy((name) -> assertThat(OldNames.problem(kind, name)).isEmpty());
		}
	}

	@Test
	void knowsAnOldNameWhenItSeesOne() {
		assertThat(OldNames.problem("exporters", "otlp/tempo")).contains("otlp is deprecated; use otlp_grpc");
		assertThat(OldNames.problem("exporters", "loki")).contains("loki was removed; use otlp_http");
		assertThat(OldNames.problem("receivers", "otlp")).isEmpty();
	}

	private static Set<String> used(CollectorVariant variant, String part) {
		Set<String> names = new TreeSet<>();
		variant.pipelines().values().forEach((pipeline) -> names.addAll(CollectorVariant.list(pipeline, part)));
		return names;
	}

}

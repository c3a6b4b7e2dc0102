package dev.oddkit.observability.dashboards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class MetricNamesTests {

	private static final Path CATALOGUES = Path.of("catalogue");

	/**
	 * What a service's own dashboards must show.
	 */
	private static final String OURS = "(observability|http_server|http_client|db_client|hikaricp|jvm)_.*";

	static Stream<Arguments> queries() {
		return Dashboards.all()
			.stream()
			.flatMap((dashboard) -> dashboard.panels()
				.stream()
				.flatMap((panel) -> panel.queries()
					.stream()
					.filter((query) -> query.source() == Source.METRICS)
					.map((query) -> Arguments.argumentSet(dashboard.title() + " / " + panel.title(), query))));
	}

	@ParameterizedTest
	@MethodSource("queries")
	void queryUsesOnlyMetricsThatAProducerEmits(Query query) throws IOException {
		assertThat(catalogue().keySet()).containsAll(Selectors.of(query).metrics());
	}

	@ParameterizedTest
	@MethodSource("queries")
	void queryUsesOnlyLabelsThatItsMetricsHave(Query query) throws IOException {
		Map<String, Set<String>> catalogue = catalogue();
		Selectors selectors = Selectors.of(query);
		Set<String> labels = selectors.metrics()
			.stream()
			.flatMap((metric) -> catalogue.getOrDefault(metric, Set.of()).stream())
			.collect(Collectors.toSet());
		if (!selectors.metrics().isEmpty()) {
			assertThat(labels).containsAll(selectors.labels());
		}
	}

	@Test
	void everyMeterOfAServiceIsChartedOrListedWithAReason() throws IOException {
		Set<String> charted = queries().map((arguments) -> Selectors.of((Query) arguments.get()[0]))
			.flatMap((selectors) -> selectors.metrics().stream())
			.map(MetricNamesTests::family)
			.collect(Collectors.toSet());
		charted.addAll(Catalogue.read(CATALOGUES.resolve("not-charted.txt")).labelsByMetric().keySet());
		Set<String> emitted = Catalogue.read(CATALOGUES.resolve("starter.txt"))
			.labelsByMetric()
			.keySet()
			.stream()
			.filter((metric) -> metric.matches(OURS))
			.map(MetricNamesTests::family)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(charted).containsAll(emitted);
	}

	private static String family(String metric) {
		return metric.replaceFirst("_(bucket|count|sum|max)$", "");
	}

	static Map<String, Set<String>> catalogue() throws IOException {
		Map<String, Set<String>> all = new TreeMap<>();
		try (Stream<Path> files = Files.list(CATALOGUES)) {
			for (Path file : files.filter((path) -> !path.endsWith("not-charted.txt")).toList()) {
				Catalogue.read(file)
					.labelsByMetric()
					.forEach((metric, labels) -> all.computeIfAbsent(metric, (name) -> new TreeSet<>()).addAll(labels));
			}
		}
		return all;
	}

}

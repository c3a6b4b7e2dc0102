package dev.oddkit.observability.dashboards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

class RuleNamesTests {

	private static final Path RULES = Path.of("rules/observability.yaml");

	private static final Path TESTS = Path.of("rules/tests/observability_test.yaml");

	static Stream<Arguments> rules() throws IOException {
		return rulesOf(RULES).map((rule) -> Arguments.argumentSet(String.valueOf(name(rule)), rule));
	}

	@ParameterizedTest
	@MethodSource("rules")
	void ruleUsesOnlyMetricsThatAProducerEmits(Map<String, Object> rule) throws IOException {
		Set<String> metrics = Selectors.of(Query.metrics((String) rule.get("expr"), "")).metrics();
		assertThat(metrics).isNotEmpty().isSubsetOf(MetricNamesTests.catalogue().keySet());
	}

	@ParameterizedTest
	@MethodSource("rules")
	void alertLeadsToADashboardThatExists(Map<String, Object> rule) {
		if (rule.get("annotations") instanceof Map<?, ?> annotations) {
			assertThat(Dashboards.all()).anyMatch(
					(dashboard) -> String.valueOf(annotations.get("dashboard")).startsWith("/d/" + dashboard.uid()));
		}
	}

	@Test
	@SuppressWarnings("unchecked")
	void everyAlertHasATest() throws IOException {
		Map<String, Object> tests = new Yaml().load(Files.readString(TESTS));
		Set<Object> tested = new HashSet<>();
		((List<Map<String, Object>>) tests.get("tests"))
			.forEach((test) -> ((List<Map<String, Object>>) test.get("alert_rule_test"))
				.forEach((alert) -> tested.add(alert.get("alertname"))));
		assertThat(rulesOf(RULES).filter((rule) -> rule.containsKey("alert")).map(RuleNamesTests::name))
			.allMatch(tested::contains);
	}

	private static Object name(Map<String, Object> rule) {
		return rule.getOrDefault("alert", rule.get("record"));
	}

	@SuppressWarnings("unchecked")
	private static Stream<Map<String, Object>> rulesOf(Path file) throws IOException {
		Map<String, Object> root = new Yaml().load(Files.readString(file));
		return ((List<Map<String, Object>>) root.get("groups")).stream()
			.flatMap((group) -> ((List<Map<String, Object>>) group.get("rules")).stream());
	}

}

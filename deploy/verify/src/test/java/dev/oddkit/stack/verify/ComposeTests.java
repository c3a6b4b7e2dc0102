package dev.oddkit.stack.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@code deploy/compose} promises, as far as it can be read off its files.
 */
class ComposeTests {

	private static final Path FOLDER = Path.of("..", "compose");

	private final Map<String, Object> services = CollectorVariant
		.map(CollectorVariant.load(FOLDER.resolve("compose.yaml")).get("services"));

	@Test
	void pinsEachImageInOnePlace() throws IOException {
		Properties env = new Properties();
		try (var reader = Files.newBufferedReader(FOLDER.resolve(".env"))) {
			env.load(reader);
		}
		this.services.forEach((name, service) -> {
			String image = CollectorVariant.map(service).get("image").toString();
			if (!image.startsWith("observability-demo/")) {
				assertThat(image).as(name).matches("\\$\\{[A-Z]+_IMAGE}");
				assertThat(env.getProperty(image.substring(2, image.length() - 1))).as(image)
					.matches(".+:v?[0-9]+\\.[0-9].*");
			}
		});
	}

	@Test
	void isReachableFromThisMachineOnly() {
		assertThat(values("ports")).isNotEmpty()
			.allSatisfy((name, ports) -> assertThat((List<?>) ports)
				.allMatch((port) -> port.toString().startsWith("127.0.0.1:")));
	}

	@Test
	void limitsTheMemoryOfWhateverKeepsRunning() {
		assertThat(this.services).allSatisfy((name,
				service) -> assertThat(name.equals("volumes") || CollectorVariant.map(service).containsKey("mem_limit"))
					.as(name)
					.isTrue());
	}

	@Test
	void runsWithoutRootOnAFileSystemThatCannotBeWritten() {
		this.services.forEach((name, service) -> {
			if (!List.of("postgres", "volumes").contains(name)) {
				assertThat(CollectorVariant.map(service)).as(name)
					.containsEntry("read_only", true)
					.containsEntry("cap_drop", List.of("ALL"));
				assertThat(CollectorVariant.map(service).get("user").toString()).as(name).matches("[1-9][0-9]+:.*");
			}
		});
	}

	@Test
	void startsTheShopWithoutAnyTelemetry() {
		for (String name : Walk.SHOP) {
			Object needs = CollectorVariant.map(this.services.get(name)).getOrDefault("depends_on", Map.of());
			assertThat(CollectorVariant.map(needs).keySet()).as(name).isSubsetOf("postgres");
		}
	}

	@Test
	void knowsEachVendorOfTheCollector() {
		assertThat(CollectorVariant.vendors()).allSatisfy(
				(file) -> assertThat(FOLDER.resolve("vendor/" + file.replace("vendor-", "").replace(".yaml", ".env")))
					.exists());
	}

	@Test
	void leadsFromEachDataSourceToTheOthers() {
		Map<String, Object> sources = new TreeMap<>();
		List<?> list = (List<?>) CollectorVariant.load(FOLDER.resolve("grafana/provisioning/datasources/stack.yaml"))
			.get("datasources");
		list.forEach((source) -> sources.put(CollectorVariant.map(source).get("uid").toString(), source));
		assertThat(sources).containsOnlyKeys("logs", "metrics", "traces");
		assertThat(sources.get("metrics").toString()).contains("datasourceUid=traces");
		assertThat(sources.get("traces").toString()).contains("tracesToLogsV2={datasourceUid=logs",
				"tracesToMetrics={datasourceUid=metrics", "serviceMap={datasourceUid=metrics}");
		assertThat(sources.get("logs").toString()).contains("datasourceUid=traces");
	}

	@Test
	void deliversAlertsToTheShopWhicheverKeepsTheMetrics() throws IOException {
		assertThat(Files.readString(FOLDER.resolve("prometheus/prometheus.yaml"))).contains("\"alertmanager:9093\"");
		assertThat(Files.readString(FOLDER.resolve("mimir/mimir.yaml")))
			.contains("fallback_config_file: /etc/alertmanager/alertmanager.yaml");
		assertThat(values("volumes"))
			.hasEntrySatisfying("alertmanager",
					(volumes) -> assertThat(volumes.toString()).contains("./alertmanager:/etc/alertmanager:ro"))
			.hasEntrySatisfying("mimir",
					(volumes) -> assertThat(volumes.toString()).contains("./alertmanager:/etc/alertmanager:ro"));
		assertThat(Files.readString(FOLDER.resolve("alertmanager/alertmanager.yaml")))
			.contains("http://gateway:8080/api/alerts");
	}

	static Stream<Path> yamlFiles() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of(".."))) {
			return files.filter((file) -> file.toString().matches(".*\\.ya?ml") && !file.toString().contains("target"))
				.toList()
				.stream();
		}
	}

	@ParameterizedTest
	@MethodSource("yamlFiles")
	void isYaml(Path file) throws IOException {
		assertThat((Object) new Yaml().load(Files.readString(file))).isNotNull();
	}

	private Map<String, Object> values(String key) {
		Map<String, Object> values = new TreeMap<>();
		this.services.forEach((name, service) -> {
			if (CollectorVariant.map(service).containsKey(key)) {
				values.put(name, CollectorVariant.map(service).get(key));
			}
		});
		return values;
	}

}

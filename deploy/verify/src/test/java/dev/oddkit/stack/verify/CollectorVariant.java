package dev.oddkit.stack.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.yaml.snakeyaml.Yaml;

/**
 * A set of configuration files as the Collector merges them: maps merge, lists are
 * replaced.
 *
 * @param files their names, in order
 */
record CollectorVariant(List<String> files) {

	static final Path FOLDER = Path.of("..", "collector");

	static Stream<CollectorVariant> all() {
		List<CollectorVariant> variants = new ArrayList<>();
		for (String vendor : vendors()) {
			for (String metrics : List.of("metrics-prometheus.yaml", "metrics-otlp.yaml")) {
				variants.add(new CollectorVariant(List.of("gateway.yaml", vendor, metrics)));
				variants.add(new CollectorVariant(List.of("gateway.yaml", vendor, metrics, "backends.yaml")));
			}
		}
		variants.add(new CollectorVariant(
				List.of("gateway.yaml", "vendor-tempo.yaml", "metrics-prometheus.yaml", "expose-prometheus.yaml")));
		return variants.stream();
	}

	static List<String> vendors() {
		try (Stream<Path> files = Files.list(FOLDER)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.startsWith("vendor-"))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	boolean canBeBuilt() {
		return this.files.stream().noneMatch("vendor-datadog-exporter.yaml"::equals);
	}

	Map<String, Object> rendered() {
		Map<String, Object> merged = new LinkedHashMap<>();
		this.files.forEach((file) -> merge(merged, load(FOLDER.resolve(file))));
		return merged;
	}

	static Map<String, Object> load(Path file) {
		try {
			return new Yaml().load(Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static void merge(Map<String, Object> into, Map<String, Object> from) {
		from.forEach((key, value) -> {
			if (value instanceof Map && into.get(key) instanceof Map) {
				Map<String, Object> copy = new LinkedHashMap<>(map(into.get(key)));
				merge(copy, map(value));
				into.put(key, copy);
			}
			else {
				into.put(key, value);
			}
		});
	}

	Map<String, Object> pipelines() {
		return map(map(rendered().get("service")).get("pipelines"));
	}

	Map<String, Object> section(String name) {
		return map(rendered().getOrDefault(name, Map.of()));
	}

	static List<String> list(Object pipeline, String part) {
		Object value = map(pipeline).get(part);
		return (value instanceof List<?> names) ? names.stream().map(Object::toString).toList() : List.of();
	}

	@SuppressWarnings("unchecked")
	static Map<String, Object> map(Object value) {
		return (Map<String, Object>) value;
	}

	@Override
	public String toString() {
		return String.join(" + ", this.files.subList(1, this.files.size()));
	}

}

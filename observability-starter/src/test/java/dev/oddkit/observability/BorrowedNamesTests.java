package dev.oddkit.observability;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names of others that the starter mentions: a renamed key or class would die in silence.
 */
class BorrowedNamesTests {

	private static final List<Map<String, Object>> METADATA = metadata();

	static Stream<String> keysOfOthers() throws IOException {
		Properties keys = new Properties();
		for (String file : new String[] { "observability-defaults.properties", "observability-off.properties" }) {
			try (InputStream stream = BorrowedNamesTests.class.getResourceAsStream(file)) {
				keys.load(stream);
			}
		}
		return keys.stringPropertyNames().stream().filter((key) -> !key.startsWith("otel.")).sorted();
	}

	@ParameterizedTest
	@MethodSource("keysOfOthers")
	void keyExistsAndIsNotDeprecated(String key) {
		assertThat(METADATA).as(key)
			.anyMatch((property) -> (property.get("name").equals(key) || isEntryOf(property, key))
					&& property.get("deprecation") == null);
	}

	static Stream<Class<?>> autoConfigurations() {
		return ImportCandidates.load(AutoConfiguration.class, BorrowedNamesTests.class.getClassLoader())
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith("dev.oddkit."))
			.map((name) -> ClassUtils.resolveClassName(name, null));
	}

	@ParameterizedTest
	@MethodSource("autoConfigurations")
	void classesThatOrderAnAutoConfigurationExist(Class<?> type) {
		AutoConfiguration annotation = type.getAnnotation(AutoConfiguration.class);
		assertThat(Stream.concat(Stream.of(annotation.afterName()), Stream.of(annotation.beforeName())))
			.allMatch((name) -> ClassUtils.isPresent(name, null));
	}

	private static boolean isEntryOf(Map<String, Object> property, String key) {
		return String.valueOf(property.get("type")).startsWith("java.util.Map")
				&& key.startsWith(property.get("name") + ".");
	}

	private static List<Map<String, Object>> metadata() {
		try {
			List<Map<String, Object>> properties = new ArrayList<>();
			for (String file : new String[] { "spring-configuration-metadata.json",
					"additional-spring-configuration-metadata.json" }) {
				for (URL url : Collections
					.list(BorrowedNamesTests.class.getClassLoader().getResources("META-INF/" + file))) {
					properties.addAll(JsonPath.parse(url).<List<Map<String, Object>>>read("$.properties"));
				}
			}
			return properties;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

package dev.oddkit.observability.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Compares the OpenTelemetry artifacts on the class path with the line that the starter
 * was built for, before any of them can fail in the middle of a request. Higher versions
 * pass, lower and missing ones end the start.
 */
class SdkVersions implements EnvironmentPostProcessor, Ordered {

	static final String REQUIRED = "1.65.0";

	/**
	 * Artifact to the file in which it states its version.
	 */
	private static final Map<String, String> ARTIFACTS = artifacts();

	private final ClassLoader classLoader;

	SdkVersions() {
		this(SdkVersions.class.getClassLoader());
	}

	SdkVersions(ClassLoader classLoader) {
		this.classLoader = classLoader;
	}

	private static Map<String, String> artifacts() {
		Map<String, String> artifacts = new LinkedHashMap<>();
		artifacts.put("opentelemetry-api", "io/opentelemetry/api/version.properties");
		artifacts.put("opentelemetry-sdk", "io/opentelemetry/sdk/version.properties");
		artifacts.put("opentelemetry-sdk-trace", "io/opentelemetry/sdk/trace/version.properties");
		artifacts.put("opentelemetry-api-incubator", "io/opentelemetry/api/incubator/version.properties");
		return artifacts;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (!"true".equalsIgnoreCase(environment.getProperty("otel.sdk.disabled"))) {
			check();
		}
	}

	void check() {
		Map<String, @Nullable String> found = new LinkedHashMap<>();
		ARTIFACTS.forEach((artifact, file) -> found.put(artifact, version(file)));
		if (found.values().stream().anyMatch((version) -> version == null || isLower(version))) {
			throw new SdkVersionsException(REQUIRED, found);
		}
	}

	private @Nullable String version(String file) {
		try (InputStream stream = this.classLoader.getResourceAsStream(file)) {
			if (stream == null) {
				return null;
			}
			Properties properties = new Properties();
			properties.load(stream);
			return properties.getProperty("sdk.version");
		}
		catch (IOException ex) {
			return null;
		}
	}

	static boolean isLower(String version) {
		String[] actual = version.split("[.-]");
		String[] required = REQUIRED.split("[.-]");
		for (int i = 0; i < required.length; i++) {
			int difference = number(actual, i) - number(required, i);
			if (difference != 0) {
				return difference < 0;
			}
		}
		return false;
	}

	private static int number(String[] parts, int index) {
		return (index < parts.length && parts[index].matches("\\d{1,9}")) ? Integer.parseInt(parts[index]) : 0;
	}

}

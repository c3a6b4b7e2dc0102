package dev.oddkit.observability.sdk;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class SdkVersionsTests {

	@Test
	void versionsOfThisBuildPass() {
		assertThatNoException().isThrownBy(() -> new SdkVersions().check());
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.65.0", "1.65.1", "1.65.0-alpha", "1.66.0", "1.70.0-SNAPSHOT", "2.0.0" })
	void sameAndHigherVersionsPass(String version) {
		assertThatNoException().isThrownBy(() -> new SdkVersions(incubator(version)).check());
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.62.0", "1.64.9", "1.9.0", "0.99.0" })
	void lowerVersionsEndTheStart(String version) {
		assertThatExceptionOfType(SdkVersionsException.class)
			.isThrownBy(() -> new SdkVersions(incubator(version)).check())
			.withMessageContaining("opentelemetry-api-incubator=" + version);
	}

	@Test
	void missingArtifactEndsTheStart() {
		assertThatExceptionOfType(SdkVersionsException.class).isThrownBy(() -> new SdkVersions(incubator(null)).check())
			.withMessageContaining("opentelemetry-api-incubator=null");
	}

	@Test
	void analysisPrintsTheLinesOfMavenAndGradle() {
		FailureAnalysis analysis = new SdkVersionsFailureAnalyzer().analyze(failure("1.62.0"));
		assertThat(analysis.getDescription()).contains("opentelemetry-api-incubator: 1.62.0", "1.65.0 or later");
		assertThat(analysis.getAction()).contains("<artifactId>observability-bom</artifactId>",
				"mavenBom(\"dev.oddkit:observability-bom:", "enforcedPlatform(\"dev.oddkit:observability-bom:");
	}

	private static SdkVersionsException failure(String version) {
		try {
			new SdkVersions(incubator(version)).check();
		}
		catch (SdkVersionsException ex) {
			return ex;
		}
		throw new AssertionError("Version " + version + " passed");
	}

	/**
	 * A class path on which one artifact states another version.
	 */
	private static ClassLoader incubator(@Nullable String version) {
		return new ClassLoader(SdkVersionsTests.class.getClassLoader()) {

			@Override
			public @Nullable InputStream getResourceAsStream(String name) {
				if (!name.equals("io/opentelemetry/api/incubator/version.properties")) {
					return super.getResourceAsStream(name);
				}
				return (version != null)
						? new ByteArrayInputStream(("sdk.version=" + version).getBytes(StandardCharsets.UTF_8)) : null;
			}

		};
	}

}

package dev.oddkit.observability;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The environment as an application sees it, with the mapped properties at its end.
 */
class MappedPropertySourceTests {

	private final StandardEnvironment environment = new StandardEnvironment();

	MappedPropertySourceTests() {
		new ObservabilityEnvironmentPostProcessor().postProcessEnvironment(this.environment, new SpringApplication());
	}

	@Test
	void propertyOfOursBecomesThePropertyOfTheSdk() {
		set(Map.of("observability.exporter.endpoint", "http://ours:4318", "observability.exporter.timeout", "PT2S"));
		assertThat(this.environment.getProperty("otel.exporter.otlp.endpoint")).isEqualTo("http://ours:4318");
		assertThat(this.environment.getProperty("otel.exporter.otlp.timeout")).isEqualTo("2000ms");
	}

	@Test
	void valueSetAfterwardsIsSeen() {
		assertThat(this.environment.getProperty("otel.traces.sampler.arg")).isEqualTo("1.0");
		set(Map.of("observability.sampling.ratio", "0.25"));
		assertThat(this.environment.getProperty("otel.traces.sampler.arg")).isEqualTo("0.25");
	}

	@Test
	void environmentVariableOfOursIsSeen() {
		this.environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment",
					Map.of("OBSERVABILITY_EXPORTER_ENDPOINT", "http://variable:4318")));
		assertThat(this.environment.getProperty("otel.exporter.otlp.endpoint")).isEqualTo("http://variable:4318");
	}

	@Test
	void placeholderIsResolved() {
		set(Map.of("observability.exporter.endpoint", "${collector:http://fallback:4318}"));
		assertThat(this.environment.getProperty("otel.exporter.otlp.endpoint")).isEqualTo("http://fallback:4318");
	}

	@Test
	void specificNameWins() {
		set(Map.of("observability.exporter.endpoint", "http://ours:4318", "otel.exporter.otlp.endpoint",
				"http://theirs:4318"));
		assertThat(this.environment.getProperty("otel.exporter.otlp.endpoint")).isEqualTo("http://theirs:4318");
	}

	@Test
	void generalKeyOfTheSdkSilencesOursForASignal() {
		set(Map.of("observability.exporter.traces.endpoint", "http://ours:4318/v1/traces",
				"otel.exporter.otlp.endpoint", "http://theirs:4318"));
		assertThat(this.environment.getProperty("otel.exporter.otlp.traces.endpoint")).isNull();
	}

	@Test
	void samplerThatSomebodyChoseKeepsItsOwnArgument() {
		set(Map.of("otel.traces.sampler", "jaeger_remote"));
		assertThat(this.environment.getProperty("otel.traces.sampler.arg")).isNull();
	}

	@Test
	void probabilityOfBootIsTheRatioIfOursIsNotSet() {
		set(Map.of("management.tracing.sampling.probability", "0.5"));
		assertThat(this.environment.getProperty("otel.traces.sampler.arg")).isEqualTo("0.5");
	}

	@ParameterizedTest
	@CsvSource({ "management.endpoints.web.exposure.include, health", "otel.traces.sampler, always_off",
			"logging.level.io.opentelemetry.sdk.metrics.export.PeriodicMetricReader, debug" })
	void sourceThatIsAddedBehindOursWinsOverOurs(String key, String value) {
		assertThat(this.environment.getProperty(key)).isNotNull().isNotEqualTo(value);
		this.environment.getPropertySources().addLast(new MapPropertySource("later", Map.of(key, value)));
		assertThat(this.environment.getProperty(key)).isEqualTo(value);
	}

	@Test
	void listOfWaysMayBeYaml() {
		set(Map.of("observability.metrics.to[0]", "prometheus", "observability.metrics.to[1]", "otlp"));
		assertThat(this.environment.getProperty("otel.metrics.exporter")).isEqualTo("otlp");
		assertThat(this.environment.getProperty("management.prometheus.metrics.export.enabled")).isEqualTo("true");
	}

	@Test
	void exportThatSpringBootSwitchesOffForAllRegistriesStaysOffUntilAWayIsNamed() {
		set(Map.of("management.defaults.metrics.export.enabled", "false"));
		assertThat(this.environment.getProperty("management.prometheus.metrics.export.enabled")).isEqualTo("false");
		set(Map.of("management.defaults.metrics.export.enabled", "false", "observability.metrics.to", "prometheus"));
		assertThat(this.environment.getProperty("management.prometheus.metrics.export.enabled")).isEqualTo("true");
	}

	@Test
	void switchedOffNothingIsMappedButTheSwitches() {
		set(Map.of("observability.enabled", "false", "observability.exporter.endpoint", "http://ours:4318"));
		assertThat(this.environment.getProperty("otel.exporter.otlp.endpoint")).isNull();
		assertThat(this.environment.getProperty("management.endpoints.web.exposure.include")).isNull();
		assertThat(this.environment.getProperty("otel.sdk.disabled")).isEqualTo("true");
	}

	private void set(Map<String, Object> properties) {
		this.environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
	}

}

package dev.oddkit.observability;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class UnknownKeysTests {

	private final StandardEnvironment environment = new StandardEnvironment();

	@ParameterizedTest
	@CsvSource({ "observability.exporter.endpiont, observability.exporter.endpoint",
			"observability.sampling.rate, observability.sampling.ratio",
			"observability.endpoint, observability.exporter.endpoint",
			"observability.metric.to, observability.metrics.to",
			"observability.logs.to, observability.exporter.logs.to",
			"observability.exporter.metrics.to, observability.metrics.to",
			"observability.exporter.traces-endpoint, observability.exporter.traces.endpoint",
			"observability.samplingratio, observability.sampling.ratio",
			"observability.cardinality.meters[shop.orders].max-serie, observability.cardinality.meters[shop.orders].max-series",
			"observability.cardinality.meters.orders.denied-key, observability.cardinality.meters.orders.denied-keys",
			"observability.cardinality.meters.shop.orders.max-series, observability.cardinality.meters[shop.orders].max-series",
			"observability.cardinality.placeholders[0].key, observability.cardinality.placeholders[0].keys" })
	void misspeltKeyIsNamedWithTheOneThatWasMeant(String key, String meant, CapturedOutput output) {
		set(Map.of(key, "x"));
		assertThat(output.getOut().lines()).singleElement()
			.asString()
			.contains("WARN")
			.endsWith(key + " (property source test) is no property of the starter; did you mean " + meant + "?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "observability.colour", "observability.cardinality.meterss.orders.max-serie" })
	void keyLikeNoOtherIsNamedToo(String key, CapturedOutput output) {
		set(Map.of(key, "x"));
		assertThat(output.getOut()).contains(key + " (property source test) is no property")
			.doesNotContain("did you mean");
	}

	@ParameterizedTest
	@ValueSource(strings = { "observability.exporter.endpoint", "observability.exporter.headers.api-key",
			"observability.metrics.to[0]", "observability.resource.attributes.team.name", "observability.enabled",
			"observability.exporter.headersFile", "observability.cardinality.placeholders[0].keys",
			"observability.cardinality.placeholders[0].keys[1]",
			"observability.cardinality.meters[shop.orders].max-series",
			"observability.cardinality.meters.orders.maxSeries",
			"observability.cardinality.meters.orders.denied-keys[0]" })
	void knownKeyIsNotNamed(String key, CapturedOutput output) {
		set(Map.of(key, "x"));
		assertThat(output.getOut()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "observability", "observability.exporter", "observability.exporter.headers" })
	void groupOfWhichAllIsCommentedOutIsNotNamed(String group, CapturedOutput output) {
		set(Map.of(group, ""));
		assertThat(output.getOut()).isEmpty();
	}

	@Test
	void variableIsReadWithBothKindsOfUnderscores(CapturedOutput output) {
		setVariables(Map.of("OBSERVABILITY_SAMPLING_MAXTRACESPERSECOND", "5",
				"OBSERVABILITY_SAMPLING_MAX_TRACES_PER_SECOND", "5"));
		assertThat(output.getOut()).isEmpty();
	}

	@Test
	void variablesThatKubernetesMakesFromAServiceAreNotNamed(CapturedOutput output) {
		setVariables(Map.of("OBSERVABILITY_COLLECTOR_SERVICE_HOST", "10.0.0.1", "OBSERVABILITY_COLLECTOR_PORT_4318_TCP",
				"tcp://10.0.0.1:4318", "OBSERVABILITY_PORT", "tcp://[fd00::1]:80", "OBSERVABILITY", "on"));
		assertThat(output.getOut()).isEmpty();
	}

	private void set(Map<String, Object> properties) {
		this.environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
		name();
	}

	private void setVariables(Map<String, Object> variables) {
		this.environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
		name();
	}

	private void name() {
		ConfigurationPropertySources.attach(this.environment);
		UnknownKeys.name(this.environment, getClass().getClassLoader());
	}

}

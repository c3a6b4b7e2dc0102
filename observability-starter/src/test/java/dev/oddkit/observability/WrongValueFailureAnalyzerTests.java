package dev.oddkit.observability;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a user reads after a start that failed because of a wrong value.
 */
class WrongValueFailureAnalyzerTests {

	private final StandardEnvironment environment = new StandardEnvironment();

	WrongValueFailureAnalyzerTests() {
		new ObservabilityEnvironmentPostProcessor().postProcessEnvironment(this.environment, new SpringApplication());
		ConfigurationPropertySources.attach(this.environment);
		this.environment.getPropertySources()
			.addFirst(new MapPropertySource("test", Map.of("observability.sampling.ratio", "7")));
	}

	@Test
	void namesPropertyValuePlaceProblemAndRemedy() {
		FailureAnalysis analysis = analyze(new WrongValueException("observability.sampling.ratio", 7,
				"is no share; allowed is 0 to 1", "Set 1 for all traces."));
		assertThat(analysis.getDescription())
			.isEqualTo("observability.sampling.ratio=7 (property source test) is no share; allowed is 0 to 1.");
		assertThat(analysis.getAction()).isEqualTo("Set 1 for all traces.");
	}

	@Test
	void namesThePropertyThatTheUserSetIfTheWrongOneWasComputed() {
		FailureAnalysis analysis = analyze(
				new WrongValueException("otel.traces.sampler.arg", 7, "is no share", "Set 1 for all traces."));
		assertThat(analysis.getDescription()).startsWith("observability.sampling.ratio=7 (property source test)");
	}

	@Test
	void keepsASecretToItself() {
		assertThat(analyze(new WrongValueException("some.password", null, "is too short", "Take a longer one."))
			.getDescription()).isEqualTo("some.password is too short.");
	}

	private FailureAnalysis analyze(WrongValueException failure) {
		FailureAnalysis analysis = new WrongValueFailureAnalyzer(this.environment).analyze(failure);
		assertThat(analysis).isNotNull();
		return analysis;
	}

}

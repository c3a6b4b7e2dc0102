package dev.oddkit.observability.metrics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a start says of percentiles that Spring Boot's properties ask for.
 */
@ExtendWith(OutputCaptureExtension.class)
class PushedPercentilesTests {

	private static final String ASKED = "--management.metrics.distribution.percentiles.checkout=0.5,0.9";

	@Test
	void percentilesOfWhatIsOnlyPushedHaveNoEffect(CapturedOutput output) {
		start(ASKED, "--observability.metrics.to=otlp");
		assertThat(output.getOut()).containsOnlyOnce("percentiles.checkout (command line) has no effect on a push");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--observability.metrics.to=otlp,prometheus", "--observability.metrics.to=none",
			"--observability.metrics.to=otlp --observability.metrics.histograms=exponential" })
	void otherPercentilesAreNotNamed(String ways, CapturedOutput output) {
		start((ASKED + " " + ways).split(" "));
		assertThat(output.getOut()).contains("Started").doesNotContain("has no effect on a push");
	}

	private static void start(String... arguments) {
		SpringApplication application = new SpringApplication(Empty.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.run(arguments).close();
	}

	@Configuration(proxyBeanMethods = false)
	static class Empty {

	}

}

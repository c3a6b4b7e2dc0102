package dev.oddkit.observability.propagation;

import dev.oddkit.observability.RunningShop;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@ExtendWith(OutputCaptureExtension.class)
class WrongPropagationTests {

	@ParameterizedTest
	@CsvSource({ "observability.propagation.formats, w3c, Correct the name",
			"observability.propagation.accepted-formats, xray, aws-xray-propagator",
			"otel.propagators, b3-multi, Correct the name" })
	void formatThatNobodyKnowsEndsTheStartWithTheNamesThatExist(String property, String value, String remedy,
			CapturedOutput output) {
		assertThatException().isThrownBy(() -> new RunningShop(property + "=" + value).close());
		String analysis = output.getOut().substring(output.getOut().indexOf("APPLICATION FAILED TO START"));
		assertThat(analysis).contains(property, value, remedy,
				"b3, b3multi, baggage, jaeger, none, ottrace, tracecontext");
		assertThat(analysis.lines().count()).isLessThan(15);
		assertThat(output.getOut()).doesNotContain("\tat ", "Error starting Tomcat");
	}

	@ParameterizedTest
	@CsvSource({ "observability.propagation.baggage.fields, tenant*, List each field by its full name",
			"observability.logging.max-attribute-length, 0, must be at least 1" })
	void valueThatCannotBeMeantEndsTheStart(String property, String value, String hint, CapturedOutput output) {
		assertThatException().isThrownBy(() -> new RunningShop(property + "=" + value).close());
		assertThat(output.getOut().substring(output.getOut().indexOf("APPLICATION FAILED TO START")))
			.contains(property + "=" + value + " (command line)", hint);
	}

}

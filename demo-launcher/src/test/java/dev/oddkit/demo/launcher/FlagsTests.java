package dev.oddkit.demo.launcher;

import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Flags}.
 */
class FlagsTests {

	private final Properties properties = new Properties();

	@Test
	void usesTheUsualPorts() {
		assertThat(Flags.parse(this.properties).ports()).isEqualTo(Map.of(DemoPort.GATEWAY, 8080, DemoPort.OTLP, 4318,
				DemoPort.CONSOLE, 8888, DemoPort.ORDERS, 0, DemoPort.INVENTORY, 0));
	}

	@Test
	void takesAPort() {
		this.properties.setProperty("demo.port", "9090");
		assertThat(Flags.parse(this.properties).ports()).containsEntry(DemoPort.GATEWAY, 9090);
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "-1", "65536", "" })
	void refusesWhatIsNoPort(String value) {
		this.properties.setProperty("demo.otlp-port", value);
		assertThatExceptionOfType(DemoFailure.class).isThrownBy(() -> Flags.parse(this.properties))
			.withMessage("-Ddemo.otlp-port=" + value
					+ " is no port: it takes a number from 1 to 65535, or 0 for any free one.");
	}

	@Test
	void opensTheBrowserOnlyWhenAsked() {
		assertThat(Flags.parse(this.properties).open()).isFalse();
		this.properties.setProperty("demo.open", "true");
		assertThat(Flags.parse(this.properties).open()).isTrue();
	}

	@Test
	void refusesASwitchThatIsNeitherOnNorOff() {
		this.properties.setProperty("demo.open", "maybe");
		assertThatExceptionOfType(DemoFailure.class).isThrownBy(() -> Flags.parse(this.properties))
			.withMessageContaining("-Ddemo.open=maybe");
	}

	@Test
	void refusesAFlagThatItDoesNotKnow() {
		this.properties.setProperty("demo.prot", "9090");
		assertThatExceptionOfType(DemoFailure.class).isThrownBy(() -> Flags.parse(this.properties))
			.withMessageStartingWith("There is no flag -Ddemo.prot.")
			.withMessageContaining("-Ddemo.port");
	}

}

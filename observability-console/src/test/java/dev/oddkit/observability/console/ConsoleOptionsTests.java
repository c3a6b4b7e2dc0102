package dev.oddkit.observability.console;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ConsoleOptions}.
 */
class ConsoleOptionsTests {

	@Test
	void hasDefaults() throws UsageException {
		assertThat(parse(Map.of()))
			.isEqualTo(new ConsoleOptions("127.0.0.1", 8888, 4318, false, ConsoleOptions.Action.RUN));
	}

	@Test
	void takesPortsFromTheCommandLineBeforeTheEnvironment() throws UsageException {
		Map<String, String> environment = Map.of("CONSOLE_PORT", "9000", "OTLP_PORT", "9001");
		assertThat(parse(environment)).extracting(ConsoleOptions::port, ConsoleOptions::otlpPort)
			.containsExactly(9000, 9001);
		assertThat(parse(environment, "--port=9411", "--otlp-port=0"))
			.extracting(ConsoleOptions::port, ConsoleOptions::otlpPort)
			.containsExactly(9411, 0);
	}

	@ParameterizedTest
	@CsvSource({ "localhost,127.0.0.1", "127.0.0.1,127.0.0.1", "::1,::1", "[::1],::1" })
	void takesLoopbackHosts(String host, String address) throws UsageException {
		assertThat(parse(Map.of(), "--host=" + host).host()).isEqualTo(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.0.0.0", "::", "192.168.0.10", "localhost.evil.example", "" })
	void refusesEveryOtherHost(String host) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> parse(Map.of(), "--host=" + host))
			.withMessageContaining("--host must be 127.0.0.1, localhost or ::1; was \"" + host + "\"")
			.withMessageContaining("SSH tunnel");
	}

	@ParameterizedTest
	@ValueSource(strings = { "65536", "-1", "abc", "", "99999999999999999999" })
	void refusesPortsOutOfRange(String port) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> parse(Map.of(), "--otlp-port=" + port))
			.withMessage("--otlp-port must be a number from 0 to 65535 (0 = any free port); was \"" + port + "\".");
	}

	@Test
	void namesTheEnvironmentVariableOfABadPort() {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> parse(Map.of("CONSOLE_PORT", "http")))
			.withMessageStartingWith("CONSOLE_PORT must be");
	}

	@Test
	void refusesOnePortForBoth() {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> parse(Map.of(), "--port=4318"))
			.withMessageContaining("cannot share port 4318");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--prot=1", "--port", "8888", "--open=true" })
	void refusesUnknownOptions(String option) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> parse(Map.of(), option))
			.withMessageContaining("Unknown option \"" + option + "\"")
			.withMessageContaining("--help");
	}

	@Test
	void knowsHelpAndVersion() throws UsageException {
		assertThat(parse(Map.of(), "--help").action()).isEqualTo(ConsoleOptions.Action.HELP);
		assertThat(parse(Map.of(), "--open", "--version").action()).isEqualTo(ConsoleOptions.Action.VERSION);
	}

	private static ConsoleOptions parse(Map<String, String> environment, String... args) throws UsageException {
		return ConsoleOptions.parse(args, environment);
	}

}

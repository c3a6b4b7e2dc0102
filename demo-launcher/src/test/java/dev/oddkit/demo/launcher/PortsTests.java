package dev.oddkit.demo.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Ports}.
 */
class PortsTests {

	@Test
	void findsDifferentFreePorts() {
		Ports ports = Ports.choose(Map.of(DemoPort.GATEWAY, 0, DemoPort.ORDERS, 0));
		assertThat(ports.number(DemoPort.GATEWAY)).isPositive().isNotEqualTo(ports.number(DemoPort.ORDERS));
	}

	@Test
	void keepsAPortThatIsFree() throws IOException {
		int free;
		try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			free = socket.getLocalPort();
		}
		assertThat(Ports.choose(Map.of(DemoPort.CONSOLE, free)).url(DemoPort.CONSOLE))
			.isEqualTo("http://127.0.0.1:" + free);
	}

	@Test
	void refusesAPortOfAListenerOnAllAddresses() throws IOException {
		try (ServerSocket taken = new ServerSocket(0)) {
			assertThatExceptionOfType(DemoFailure.class)
				.isThrownBy(() -> Ports.choose(Map.of(DemoPort.CONSOLE, taken.getLocalPort())))
				.withMessageContaining("port " + taken.getLocalPort() + " (console)")
				.withMessageContaining("-Ddemo.console-port=0");
		}
	}

	@Test
	void namesTheFlagsOfAllTakenPortsAtOnce() throws IOException {
		try (ServerSocket first = new ServerSocket(0); ServerSocket second = new ServerSocket(0)) {
			assertThatExceptionOfType(DemoFailure.class)
				.isThrownBy(() -> Ports
					.choose(Map.of(DemoPort.GATEWAY, first.getLocalPort(), DemoPort.OTLP, second.getLocalPort())))
				.withMessageContaining("-Ddemo.port=0")
				.withMessageContaining("-Ddemo.otlp-port=0");
		}
	}

	@Test
	void refusesTheSamePortTwice() throws IOException {
		int free;
		try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			free = socket.getLocalPort();
		}
		assertThatExceptionOfType(DemoFailure.class)
			.isThrownBy(() -> Ports.choose(Map.of(DemoPort.GATEWAY, free, DemoPort.CONSOLE, free)))
			.withMessageContaining("another part of the demo has it");
	}

}

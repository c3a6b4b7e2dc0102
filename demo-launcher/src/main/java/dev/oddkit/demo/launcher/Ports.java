package dev.oddkit.demo.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The ports of one demo. Refuses a port that something already listens on, so that a
 * left-over process is never taken for a part of the demo.
 */
final class Ports {

	private static final String HOST = "127.0.0.1";

	private final Map<DemoPort, Integer> numbers;

	private Ports(Map<DemoPort, Integer> numbers) {
		this.numbers = numbers;
	}

	/**
	 * Checks every wanted port and finds free ones for those given as 0.
	 * @param wanted the ports that the demo is going to use
	 * @return the ports, all of them free and different
	 * @throws DemoFailure if one cannot be used, with the flags that cure it
	 */
	static Ports choose(Map<DemoPort, Integer> wanted) {
		List<ServerSocket> held = new ArrayList<>();
		List<String> refused = new ArrayList<>();
		List<String> remedies = new ArrayList<>();
		Map<DemoPort, Integer> chosen = new EnumMap<>(DemoPort.class);
		try {
			wanted.forEach((port, number) -> {
				try {
					if (number != 0 && chosen.containsValue(number)) {
						throw new IOException("another part of the demo has it");
					}
					ServerSocket socket = hold(number);
					held.add(socket);
					chosen.put(port, socket.getLocalPort());
				}
				catch (IOException ex) {
					refused.add("port " + number + " (" + port.owner() + ") cannot be used: " + ex.getMessage());
					remedies.add("-D" + port.flag() + "=0");
				}
			});
		}
		finally {
			held.forEach(Ports::release);
		}
		if (!refused.isEmpty()) {
			throw new DemoFailure("The demo was not started, because "
					+ refused.stream().collect(Collectors.joining(", and ")) + ". Choose other ports, for example with "
					+ String.join(" ", remedies) + " (0 takes any free one).");
		}
		return new Ports(chosen);
	}

	private static ServerSocket hold(int number) throws IOException {
		// some systems let two sockets listen where one has the wildcard address
		if (number != 0 && answers(number)) {
			throw new IOException("another process listens on it");
		}
		ServerSocket socket = new ServerSocket();
		try {
			socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), number));
			return socket;
		}
		catch (IOException ex) {
			socket.close();
			throw ex;
		}
	}

	private static boolean answers(int number) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(HOST, number), 500);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static void release(ServerSocket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			throw new DemoFailure("Port " + socket.getLocalPort() + " could not be given back: " + ex.getMessage(), ex);
		}
	}

	int number(DemoPort port) {
		Integer number = this.numbers.get(port);
		if (number == null) {
			throw new IllegalStateException("This demo has no " + port.owner());
		}
		return number;
	}

	String url(DemoPort port) {
		return "http://" + HOST + ":" + number(port);
	}

}

package dev.oddkit.demo.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;

import com.sun.net.httpserver.HttpServer;

/**
 * A program with the console's arguments and the line that it prints when it is ready.
 */
final class StandInConsole {

	private StandInConsole() {
	}

	public static void main(String[] args) throws IOException {
		List<String> arguments = Arrays.asList(args);
		for (String flag : List.of("--console-port", "--otlp-port")) {
			int port = Integer.parseInt(arguments.get(arguments.indexOf(flag) + 1));
			HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0).start();
		}
		System.out
			.println("Console ready at http://127.0.0.1:" + arguments.get(arguments.indexOf("--console-port") + 1));
	}

}

package dev.oddkit.demo.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import com.sun.net.httpserver.HttpServer;

/**
 * A program with the console's arguments and the line that it prints when it is ready.
 */
final class StandInConsole {

	private StandInConsole() {
	}

	public static void main(String[] args) throws IOException {
		for (String arg : args) {
			int port = Integer.parseInt(arg.substring(arg.indexOf('=') + 1));
			HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0).start();
		}
		System.out.println("Console ready at http://127.0.0.1:" + args[0].substring("--port=".length()));
	}

}

package dev.oddkit.demo.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A program that is configured and asked like a service of the shop, and that prints at
 * its end whether the console was still there.
 */
final class StandInService {

	private StandInService() {
	}

	public static void main(String[] args) throws IOException {
		Runtime.getRuntime().addShutdownHook(new Thread(StandInService::lookForConsole));
		serve();
	}

	static void serve() throws IOException {
		System.getenv().forEach((name, value) -> System.out.println(name + "=" + value));
		int port = Integer.parseInt(System.getenv("SERVER_PORT"));
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		server.createContext("/actuator/health", (exchange) -> answer(exchange, 200));
		server.createContext("/api/orders", StandInService::order);
		server.start();
	}

	private static void order(HttpExchange exchange) throws IOException {
		String order = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("X-Trace-Id", "4bf92f3577b34da6a3ce929d0e0e4736");
		answer(exchange, order.contains("VINYL") ? 409 : 201);
	}

	private static void answer(HttpExchange exchange, int status) throws IOException {
		exchange.sendResponseHeaders(status, -1);
		exchange.close();
	}

	static void lookForConsole() {
		URI console = URI.create(System.getenv("OTLP_ENDPOINT"));
		try (Socket socket = new Socket(console.getHost(), console.getPort())) {
			System.out.println("At my end the console was there");
		}
		catch (IOException ex) {
			System.out.println("At my end the console was gone");
		}
	}

}

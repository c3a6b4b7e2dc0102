package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.oddkit.observability.exporter.Collector.Arrival;

/**
 * Misbehaves over HTTP.
 */
class FaultyHttpServer extends FaultyServer {

	private HttpServer server;

	FaultyHttpServer(Signal signal) {
		super(signal);
	}

	@Override
	int listen(InetSocketAddress address, ExecutorService threads) throws IOException {
		this.server = HttpServer.create(address, 0);
		this.server.setExecutor(threads);
		this.server.createContext("/", this::receive);
		this.server.start();
		return this.server.getAddress().getPort();
	}

	private void receive(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] body = Arrival.unzipped(exchange.getRequestBody().readAllBytes());
			handle(body, (fault, message) -> {
				byte[] answer = fault.isSuccess() ? message : ("nothing for you: " + fault).getBytes();
				exchange.getResponseHeaders()
					.add("Content-Type", fault.isSuccess() ? "application/x-protobuf" : "text/plain");
				if (fault == Fault.THROTTLED) {
					exchange.getResponseHeaders().add("Retry-After", "1");
				}
				exchange.sendResponseHeaders(fault.http(), (answer.length > 0) ? answer.length : -1);
				exchange.getResponseBody().write(answer);
			});
		}
	}

	@Override
	void stop() {
		this.server.stop(0);
	}

}

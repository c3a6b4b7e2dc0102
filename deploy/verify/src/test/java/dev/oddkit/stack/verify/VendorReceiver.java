package dev.oddkit.stack.verify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.awaitility.Awaitility;

/**
 * A vendor that takes OTLP/HTTP from whoever sends the right key, and 403s the rest.
 */
final class VendorReceiver implements AutoCloseable {

	private final HttpServer server;

	private final String header;

	private final String key;

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	VendorReceiver(String header, String key) {
		this.header = header;
		this.key = key;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::take);
		this.server.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	private void take(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readAllBytes();
		Headers headers = exchange.getRequestHeaders();
		if ("gzip".equals(headers.getFirst("Content-Encoding"))) {
			body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
		}
		boolean allowed = this.key.equals(headers.getFirst(this.header));
		this.requests.add(new Request(exchange.getRequestURI().getPath(), allowed, body));
		exchange.sendResponseHeaders(allowed ? 200 : 403, -1);
		exchange.close();
	}

	/** Waits for a request that was let in and is what is looked for. */
	Request await(String path, Predicate<Request> wanted) {
		return Awaitility.await(path)
			.atMost(Duration.ofSeconds(60))
			.until(() -> this.requests.stream()
				.filter((request) -> request.allowed() && request.path().equals(path) && wanted.test(request))
				.findFirst(), Optional::isPresent)
			.orElseThrow();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	record Request(String path, boolean allowed, byte[] body) {

		@Override
		public String toString() {
			return this.path + (this.allowed ? "" : " refused");
		}

	}

}

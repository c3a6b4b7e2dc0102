package dev.oddkit.observability.console.web;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * Serves the page, the JSON endpoints and the event stream on a loopback address. Refuses
 * foreign hosts and sites, unknown paths and methods; every answer carries the same
 * protective headers.
 */
public final class ConsoleServer implements AutoCloseable {

	private static final int THREADS = 8;

	private static final Map<String, String> PROTECTION = Map.of("Content-Security-Policy",
			"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
					+ "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
			"X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY", "Referrer-Policy", "no-referrer",
			"Cross-Origin-Resource-Policy", "same-origin", "Cross-Origin-Opener-Policy", "same-origin");

	private final HttpServer server;

	private final ExecutorService threads;

	private final StaticFiles files = new StaticFiles();

	private final Routes routes;

	private final EventStream events;

	private final HostGuard guard;

	/**
	 * Binds the port; nothing is answered before {@link #start()}.
	 * @param address where to listen
	 * @param port the port, 0 for any free one
	 * @param routes the JSON endpoints
	 * @param events the stream of changes
	 * @throws IOException when the port is taken
	 * @throws IllegalArgumentException when the address is not loopback
	 */
	public ConsoleServer(InetAddress address, int port, Routes routes, EventStream events) throws IOException {
		if (!address.isLoopbackAddress()) {
			throw new IllegalArgumentException("The console listens on loopback only, not on " + address);
		}
		this.server = HttpServer.create(new InetSocketAddress(address, port), 0);
		this.routes = routes;
		this.events = events;
		this.guard = new HostGuard(port());
		this.threads = Executors.newFixedThreadPool(THREADS, (task) -> {
			Thread thread = new Thread(task, "console-http");
			thread.setDaemon(true);
			return thread;
		});
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::handle);
	}

	/**
	 * Starts answering.
	 */
	public void start() {
		this.server.start();
	}

	/**
	 * The port it listens on.
	 * @return the port
	 */
	public int port() {
		return this.server.getAddress().getPort();
	}

	@Override
	public void close() {
		this.events.close();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	private void handle(HttpExchange exchange) throws IOException {
		PROTECTION.forEach(exchange.getResponseHeaders()::set);
		Answer answer;
		try {
			Request request = Request.of(exchange.getRequestMethod(), exchange.getRequestURI());
			this.guard.check(request.method(), request.path(), exchange.getRequestHeaders());
			if (request.path().equals("/api/events") && request.method().equals("GET")) {
				this.events.listen(exchange);
				return;
			}
			answer = answer(request, exchange.getRequestHeaders().getFirst("If-None-Match"));
		}
		catch (Refusal ex) {
			answer = Answer.error(ex.status(), ex.getMessage());
		}
		catch (RuntimeException ex) {
			System.err.println("The console failed to answer " + exchange.getRequestURI());
			ex.printStackTrace();
			answer = Answer.error(500, "The console failed to answer: " + ex);
		}
		send(exchange, answer);
	}

	private Answer answer(Request request, @Nullable String knownEtag) {
		Optional<Routes.Route> route = this.routes.find(request.path());
		String allowed = route.map(Routes.Route::method).orElse("GET");
		boolean head = allowed.equals("GET") && request.method().equals("HEAD");
		if (!head && !allowed.equals(request.method())) {
			throw new Refusal(405, "%s takes %s, not %s.".formatted(request.path(), allowed, request.method()));
		}
		return route.map((found) -> found.endpoint().answer(request))
			.or(() -> this.files.answer(request.path(), knownEtag))
			.orElseThrow(() -> new Refusal(404, "There is nothing at " + request.path() + "."));
	}

	private static void send(HttpExchange exchange, Answer answer) throws IOException {
		try (exchange) {
			answer.headers().forEach(exchange.getResponseHeaders()::set);
			boolean bodiless = answer.isEmpty() || exchange.getRequestMethod().equals("HEAD");
			exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : 0);
			if (!bodiless) {
				try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), 16384)) {
					answer.body().writeTo(out);
				}
			}
		}
	}

}

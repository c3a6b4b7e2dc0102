package dev.oddkit.observability.console.web;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ConsoleServer}.
 */
class ConsoleServerTests {

	private static final String ID = "0123456789abcdef0123456789abcdef";

	private final AtomicLong revision = new AtomicLong(7);

	private final EventStream events = new EventStream(this.revision::get);

	private final AtomicLong changes = new AtomicLong();

	private ConsoleServer server;

	private String host;

	@BeforeEach
	void start() throws IOException {
		Routes routes = new Routes().get("/api/echo", (request) -> Answer.json(request.parameters()))
			.get("/api/things/{id}", (request) -> Answer.json(Map.of("id", request.segment(2))))
			.get("/api/broken", (request) -> {
				throw new IllegalStateException("out of cheese");
			})
			.post("/api/change", (request) -> {
				this.changes.incrementAndGet();
				return Answer.noContent();
			});
		this.server = new ConsoleServer(InetAddress.getLoopbackAddress(), 0, routes, this.events);
		this.server.start();
		this.host = "Host: 127.0.0.1:" + this.server.port();
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void answersWithJson() {
		assertThat(get("/api/echo?a=1&a=2&b=%C3%A4+b")).startsWith("HTTP/1.1 200")
			.contains("Content-type: application/json", "Cache-control: no-store",
					"{\"a\":[\"1\",\"2\"],\"b\":[\"ä b\"]}");
	}

	@Test
	void protectsEveryAnswer() {
		for (String path : List.of("/", "/api/echo", "/api/nothing", "/webjars/lit-html/lit-html.js")) {
			assertThat(get(path)).contains("Content-security-policy: default-src 'none'; script-src 'self';")
				.contains("frame-ancestors 'none'")
				.contains("X-content-type-options: nosniff")
				.contains("Referrer-policy: no-referrer")
				.contains("Cross-origin-resource-policy: same-origin")
				.doesNotContainIgnoringCase("Access-Control");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Host: evil.example:%d", "Host: 127.0.0.1", "Host: 127.0.0.1.evil.example:%d",
			"Host: localhost:1", "X-Host: 127.0.0.1:%d", "Host: localhost:%1$d\r\nHost: evil.example" })
	void refusesForeignHosts(String header) {
		for (String path : List.of("/", "/api/echo", "/api/events", "/webjars/lit-html/lit-html.js")) {
			assertThat(
					RawHttp.send(this.server.port(), "GET " + path + " HTTP/1.1", header.formatted(this.server.port())))
				.startsWith("HTTP/1.1 403")
				.contains("Open http://127.0.0.1:" + this.server.port() + "/");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "localhost", "[::1]" })
	void letsInLoopbackNames(String name) {
		assertThat(
				RawHttp.send(this.server.port(), "GET /api/echo HTTP/1.1", "Host: " + name + ":" + this.server.port()))
			.startsWith("HTTP/1.1 200");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cross-site", "same-site" })
	void refusesDataToOtherSites(String site) {
		assertThat(get("/api/echo", "Sec-Fetch-Site: " + site)).startsWith("HTTP/1.1 403");
		assertThat(get("/api/echo", "Sec-Fetch-Site: same-origin")).startsWith("HTTP/1.1 200");
	}

	@Test
	void changesNothingWithoutTheHeaderOfThePage() {
		assertThat(RawHttp.send(this.server.port(), "POST /api/change HTTP/1.1", this.host, "Content-Length: 0"))
			.startsWith("HTTP/1.1 403")
			.contains("X-Console: 1");
		assertThat(this.changes).hasValue(0);
		assertThat(RawHttp.send(this.server.port(), "POST /api/change HTTP/1.1", this.host, "Content-Length: 0",
				"X-Console: 1"))
			.startsWith("HTTP/1.1 204");
		assertThat(this.changes).hasValue(1);
	}

	@Test
	void refusesOtherMethods() {
		assertThat(get("/api/change")).startsWith("HTTP/1.1 405").contains("/api/change takes POST, not GET.");
		assertThat(RawHttp.send(this.server.port(), "DELETE / HTTP/1.1", this.host)).startsWith("HTTP/1.1 405");
	}

	@Test
	void answersHeadWithoutABody() {
		String answer = RawHttp.send(this.server.port(), "HEAD /api/echo HTTP/1.1", this.host);
		assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("{");
	}

	@Test
	void takesOnlyTraceIdsForIds() {
		assertThat(get("/api/things/" + ID)).contains("{\"id\":\"" + ID + "\"}");
		assertThat(get("/api/things/nonsense")).startsWith("HTTP/1.1 404").contains("nothing at /api/things/nonsense");
	}

	@Test
	void answersAFailureWithASentence() {
		assertThat(get("/api/broken")).startsWith("HTTP/1.1 500").contains("out of cheese");
	}

	@Test
	void answersABrokenQueryWithASentence() {
		assertThat(get("/api/echo?a=%zz")).startsWith("HTTP/1.1 400");
	}

	@Test
	void tellsListenersOfChanges() {
		try (RawHttp http = new RawHttp(this.server.port(), "GET /api/events HTTP/1.1", this.host)) {
			assertThat(http.awaitLine("Content-type")).contains("text/event-stream");
			http.awaitLine("event: change");
			http.awaitLine("data: {\"revision\":7}");
			this.revision.set(8);
			this.events.changed();
			http.awaitLine("event: change");
			http.awaitLine("data: {\"revision\":8}");
		}
	}

	@Test
	void joinsManyChangesIntoFewEvents() {
		try (RawHttp http = new RawHttp(this.server.port(), "GET /api/events HTTP/1.1", this.host)) {
			http.awaitLine("data: {");
			long start = System.nanoTime();
			while (System.nanoTime() - start < 1_200_000_000L) {
				this.revision.incrementAndGet();
				this.events.changed();
			}
			long halfSeconds = (System.nanoTime() - start) / 500_000_000L;
			int events = 1;
			while (!http.awaitLine("data: {").equals("data: {\"revision\":" + this.revision + "}")) {
				events++;
			}
			assertThat(events).isLessThanOrEqualTo((int) halfSeconds + 2);
		}
	}

	@Test
	void refusesMoreListenersThanItHasPlacesFor() {
		List<RawHttp> listeners = new ArrayList<>();
		try {
			for (int i = 0; i < EventStream.MAX_LISTENERS; i++) {
				listeners.add(new RawHttp(this.server.port(), "GET /api/events HTTP/1.1", this.host));
				listeners.get(i).awaitLine("data: {");
			}
			assertThat(get("/api/events")).startsWith("HTTP/1.1 503").contains("Already 32 pages");
		}
		finally {
			listeners.forEach(RawHttp::close);
		}
	}

	@Test
	void freesThePlacesOfPagesThatAreGone() {
		for (int i = 0; i < EventStream.MAX_LISTENERS; i++) {
			try (RawHttp http = new RawHttp(this.server.port(), "GET /api/events HTTP/1.1", this.host)) {
				http.awaitLine("data: {");
			}
		}
		long deadline = System.nanoTime() + 30_000_000_000L;
		String status = "";
		while (!status.contains("200") && System.nanoTime() < deadline) {
			this.revision.incrementAndGet();
			this.events.changed();
			try (RawHttp http = new RawHttp(this.server.port(), "GET /api/events HTTP/1.1", this.host)) {
				status = http.awaitLine("HTTP/1.1");
			}
		}
		assertThat(status).contains("200");
	}

	@Test
	void endsListenersWhenItStops() {
		try (RawHttp http = new RawHttp(this.server.port(), "GET /api/events HTTP/1.1", this.host)) {
			http.awaitLine("data: {");
			this.server.close();
			String line = http.line();
			while (line != null) {
				line = http.line();
			}
		}
	}

	@Test
	void listensOnLoopbackOnly() throws IOException {
		InetAddress everywhere = InetAddress.getByName("0.0.0.0");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ConsoleServer(everywhere, 0, new Routes(), this.events));
	}

	private String get(String path, String... headers) {
		List<String> lines = new ArrayList<>(List.of("GET " + path + " HTTP/1.1", this.host));
		lines.addAll(List.of(headers));
		return RawHttp.send(this.server.port(), lines.toArray(String[]::new));
	}

}

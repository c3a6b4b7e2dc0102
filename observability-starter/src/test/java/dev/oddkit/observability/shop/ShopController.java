package dev.oddkit.observability.shop;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.baggage.Baggage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

@RestController
class ShopController {

	private static final Logger logger = LoggerFactory.getLogger(ShopController.class);

	private final ShopService service;

	private final JdbcTemplate jdbc;

	private final RestClient client;

	private final Instruments instruments;

	private final ServletWebServerApplicationContext server;

	private final MeterRegistry meters;

	ShopController(ShopService service, JdbcTemplate jdbc, RestClient.Builder client, Instruments instruments,
			ServletWebServerApplicationContext server, MeterRegistry meters) {
		this.service = service;
		this.jdbc = jdbc;
		this.client = client.build();
		this.instruments = instruments;
		this.server = server;
		this.meters = meters;
	}

	@GetMapping("/outer")
	String outer() {
		logger.info("outer");
		this.meters.counter("shop.micrometer.orders").increment();
		this.service.observed();
		this.service.withSpan();
		this.jdbc.queryForObject("select 1", Integer.class);
		return get("/inner/{id}");
	}

	@GetMapping("/inner/{id}")
	String inner(@PathVariable String id) {
		this.instruments.span("manual", () -> logger.info("inner"));
		return id;
	}

	@GetMapping("/context")
	String context() {
		return this.service.parent(() -> {
			CompletableFuture<Void> async = this.service.asyncChild();
			this.service.observed();
			String answer = get("/leaf/{id}");
			this.jdbc.queryForObject("select 2", Integer.class);
			async.join();
			return answer;
		});
	}

	@GetMapping("/leaf/{id}")
	String leaf(@PathVariable String id) {
		return id;
	}

	@GetMapping("/problem")
	ResponseEntity<ProblemDetail> problem() {
		return ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, "Out of stock")).build();
	}

	@GetMapping("/unavailable")
	ResponseEntity<String> unavailable() {
		return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("closed");
	}

	@GetMapping("/headers")
	String headers() {
		logger.info("baggage {}", new TreeMap<>(Baggage.current().asMap()).keySet());
		return get("/headers-leaf/{id}");
	}

	@GetMapping("/headers-leaf/{id}")
	Map<String, String> headersLeaf(@RequestHeader Map<String, String> headers) {
		return headers;
	}

	private String get(String path) {
		int port = this.server.getWebServer().getPort();
		return this.client.get().uri("http://localhost:" + port + path, "7").retrieve().body(String.class);
	}

}

package com.example;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Greets from another thread, and asks another service for its greeting.
 */
@RestController
class GreetingController {

	private static final Logger logger = LoggerFactory.getLogger(GreetingController.class);

	private final WebClient webClient;

	private final WebClient plainClient;

	GreetingController(WebClient.Builder builder, WebClient plainClient) {
		this.webClient = builder.build();
		this.plainClient = plainClient;
	}

	@GetMapping("/greeting/{name}")
	Mono<String> greeting(@PathVariable String name) {
		return Mono.delay(Duration.ofMillis(1)).map((tick) -> {
			logger.info("Greeting {}", name);
			return "Hello, " + name;
		});
	}

	@GetMapping("/relay/{port}/{name}")
	Mono<String> relay(@PathVariable int port, @PathVariable String name) {
		return greeting(this.webClient, port, name);
	}

	/**
	 * The same with a client that Spring Boot's builder did not make.
	 */
	@GetMapping("/plain/{port}/{name}")
	Mono<String> plain(@PathVariable int port, @PathVariable String name) {
		return greeting(this.plainClient, port, name);
	}

	private static Mono<String> greeting(WebClient client, int port, String name) {
		return client.get()
			.uri("http://localhost:{port}/greeting/{name}", port, name)
			.retrieve()
			.bodyToMono(String.class);
	}

}

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

	GreetingController(WebClient.Builder builder) {
		this.webClient = builder.build();
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
		return this.webClient.get()
			.uri("http://localhost:{port}/greeting/{name}", port, name)
			.retrieve()
			.bodyToMono(String.class);
	}

}

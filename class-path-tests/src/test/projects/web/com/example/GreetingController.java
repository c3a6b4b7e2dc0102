package com.example;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/**
 * Greets, and asks another service for its greeting.
 */
@RestController
class GreetingController {

	private static final Logger logger = LoggerFactory.getLogger(GreetingController.class);

	private final RestClient restClient;

	private final RestClient plainClient;

	private final ObservationRegistry observations;

	GreetingController(RestClient.Builder builder, RestClient plainClient, ObservationRegistry observations) {
		this.restClient = builder.build();
		this.plainClient = plainClient;
		this.observations = observations;
	}

	@GetMapping("/greeting/{name}")
	String greeting(@PathVariable String name) {
		return Observation.createNotStarted("greet", this.observations).observe(() -> {
			logger.info("Greeting {}", name);
			return "Hello, " + name;
		});
	}

	@GetMapping("/relay/{port}/{name}")
	String relay(@PathVariable int port, @PathVariable String name) {
		return greeting(this.restClient, port, name);
	}

	/**
	 * The same with a client that Spring Boot's builder did not make.
	 */
	@GetMapping("/plain/{port}/{name}")
	String plain(@PathVariable int port, @PathVariable String name) {
		return greeting(this.plainClient, port, name);
	}

	private static String greeting(RestClient client, int port, String name) {
		return client.get().uri("http://localhost:{port}/greeting/{name}", port, name).retrieve().body(String.class);
	}

}

package com.example;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the clients call.
 */
@RestController
class GreetingController {

	private static final Logger logger = LoggerFactory.getLogger(GreetingController.class);

	@GetMapping("/greeting/{name}")
	@QueryMapping
	String greeting(@PathVariable @Argument String name) {
		logger.info("Greeting {}", name);
		return "Hello, " + name;
	}

}

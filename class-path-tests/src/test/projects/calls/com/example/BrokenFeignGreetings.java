package com.example;

import feign.Client;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@FeignClient(name = "broken", url = "http://localhost", configuration = BrokenFeignGreetings.Broken.class)
interface BrokenFeignGreetings {

	@GetMapping("/broken/{name}")
	String greeting(@PathVariable("name") String name);

	/**
	 * A client that has no connection to give, as one behind an open circuit.
	 */
	class Broken {

		@Bean
		Client client() {
			return (request, options) -> {
				throw new IllegalStateException("No connection");
			};
		}

	}

}

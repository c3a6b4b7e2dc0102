package com.example;

import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Greets whom it knows, and shows its books to the owner only.
 */
@RestController
class GreetingController {

	@GetMapping("/greeting/{name}")
	Mono<String> greeting(@PathVariable String name) {
		return Mono.just("Hello, " + name);
	}

	@GetMapping("/books")
	Mono<String> books() {
		return Mono.just("All of them");
	}

	@Configuration
	@EnableWebFluxSecurity
	static class Security {

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http
				.authorizeExchange((exchanges) -> exchanges.pathMatchers("/books")
					.hasRole("OWNER")
					.anyExchange()
					.authenticated())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

	}

}

package com.example;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Greets whom it knows, and shows its books to the owner only.
 */
@RestController
class GreetingController {

	@GetMapping("/greeting/{name}")
	String greeting(@PathVariable String name) {
		return "Hello, " + name;
	}

	@GetMapping("/books")
	String books() {
		return "All of them";
	}

	@Configuration
	static class Security {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) {
			return http
				.authorizeHttpRequests((requests) -> requests.requestMatchers("/books")
					.hasRole("OWNER")
					.requestMatchers("/error")
					.permitAll()
					.anyRequest()
					.authenticated())
				.httpBasic(Customizer.withDefaults())
				.build();
		}

	}

}

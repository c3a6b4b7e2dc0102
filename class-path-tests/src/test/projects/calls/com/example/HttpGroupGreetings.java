package com.example;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.util.UriBuilderFactory;

/**
 * Spring Boot makes its client, as one of a group.
 */
interface HttpGroupGreetings {

	@GetExchange("/greeting/{name}")
	String greeting(UriBuilderFactory server, @PathVariable String name);

}

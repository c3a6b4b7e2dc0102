package com.example;

import java.net.URI;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@FeignClient(name = "greetings", url = "http://localhost")
interface FeignGreetings {

	@GetMapping("/greeting/{name}")
	String greeting(URI server, @PathVariable("name") String name);

	@GetMapping("/missing/{name}")
	String missing(URI server, @PathVariable("name") String name);

}

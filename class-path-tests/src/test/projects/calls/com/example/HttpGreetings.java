package com.example;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

interface HttpGreetings {

	@GetExchange("/greeting/{name}")
	String greeting(@PathVariable String name);

}

package com.example;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A service whose handler fails.
 */
@SpringBootApplication
@RestController
public class FailingApplication {

	private static final Logger logger = LoggerFactory.getLogger(FailingApplication.class);

	public static void main(String[] args) {
		SpringApplication.run(FailingApplication.class, args);
	}

	@GetMapping("/fail")
	String fail() {
		try (MDC.MDCCloseable customer = MDC.putCloseable("customer", "c-1")) {
			logger.atWarn().setCause(new IllegalStateException("no stock")).log("about to fail");
		}
		throw new IllegalStateException("the handler fails");
	}

	@GetMapping("/works")
	String works() {
		logger.info("works");
		return "fine";
	}

}

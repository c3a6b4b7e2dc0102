package com.example;

import java.util.concurrent.CompletableFuture;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.MarkerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

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
		try (MDC.MDCCloseable customer = MDC.putCloseable("customer", "c-1");
				MDC.MDCCloseable password = MDC.putCloseable("password", "secret")) {
			logger.atWarn()
				.addMarker(MarkerFactory.getMarker("AUDIT"))
				.addKeyValue("order.items", 3)
				.setCause(new IllegalStateException("no stock"))
				.log("about to fail");
		}
		throw new IllegalStateException("the handler fails");
	}

	@GetMapping("/fail-later/future")
	CompletableFuture<String> failingFuture() {
		return CompletableFuture.supplyAsync(() -> {
			throw new IllegalStateException("late future");
		});
	}

	@GetMapping("/fail-later/deferred")
	DeferredResult<String> failingResult() {
		DeferredResult<String> result = new DeferredResult<>();
		CompletableFuture.runAsync(() -> result.setErrorResult(new IllegalStateException("late deferred")));
		return result;
	}

	@GetMapping("/fail-later/stream")
	StreamingResponseBody failingStream() {
		return (output) -> {
			throw new IllegalStateException("late stream");
		};
	}

	@GetMapping("/works")
	String works() {
		logger.info("works");
		return "fine";
	}

}

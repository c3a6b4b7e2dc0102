package dev.oddkit.observability.shop;

import java.util.concurrent.CompletableFuture;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.MarkerFactory;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * What a service may write to its log.
 */
@RestController
class LogController {

	private static final Logger logger = LoggerFactory.getLogger(LogController.class);

	@GetMapping("/log")
	void log(@RequestParam String message) {
		try (MDC.MDCCloseable customer = MDC.putCloseable("customer", "c-1");
				MDC.MDCCloseable password = MDC.putCloseable("password", "hunter2")) {
			logger.atWarn()
				.addMarker(MarkerFactory.getMarker("AUDIT"))
				.addKeyValue("order.items", 3)
				.setCause(new IllegalStateException("out of stock " + "x".repeat(1000)))
				.log(message);
		}
	}

	@GetMapping("/fail")
	void fail() {
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

}

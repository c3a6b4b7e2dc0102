package dev.oddkit.observability.shop;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.micrometer.observation.annotation.Observed;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;

/**
 * What is instrumented with annotations of both worlds.
 */
@Service
public class ShopService {

	private static final Logger logger = LoggerFactory.getLogger(ShopService.class);

	@Observed(name = "shop.observed", contextualName = "observed-method")
	public void observed() {
		logger.info("observed");
	}

	@WithSpan("with-span-method")
	public void withSpan() {
		logger.info("with span");
	}

	@WithSpan("with-span-parent")
	public String parent(Supplier<String> work) {
		return work.get();
	}

	@Async
	@WithSpan("async-child")
	public CompletableFuture<Void> asyncChild() {
		logger.info("async");
		return CompletableFuture.completedFuture(null);
	}

}
